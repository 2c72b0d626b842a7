import { BeyondSmallJq, type Filter, isObject, sortedKeys, type Value } from './filter';

/** `.name` and `.["name"]`, or `.[n]`. */
export function at(target: Value, index: Value): Value {
  if (target === null && (typeof index === 'string' || typeof index === 'number')) return null;
  if (typeof index === 'string' && isObject(target))
    return Object.hasOwn(target, index) ? target[index] : null;
  if (typeof index === 'number' && Number.isInteger(index) && Array.isArray(target))
    return target.at(index) ?? null;
  throw new BeyondSmallJq();
}

/** `.[]`. */
export function each(target: Value): Value[] {
  if (Array.isArray(target)) return target;
  if (isObject(target)) return sortedKeys(target).map((key) => target[key]);
  throw new BeyondSmallJq();
}

/** `.[from:to]`. */
export function slice(target: Value, from: number | undefined, to: number | undefined): Value {
  if (target === null) return null;
  if (Array.isArray(target)) return target.slice(from, to);
  throw new BeyondSmallJq();
}

/** `filter?`: its outputs until it fails. */
export function tried(filter: Filter): Filter {
  return function* (input) {
    try {
      yield* filter(input);
    } catch (error) {
      if (!(error instanceof BeyondSmallJq)) throw error;
    }
  };
}

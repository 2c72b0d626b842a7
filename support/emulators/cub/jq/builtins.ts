import { BeyondSmallJq, type Filter, isObject, isTrue, single, sortedKeys, type Value } from './filter';
import { each } from './paths';

function lengthOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'string') return [...value].length;
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'object') return Object.keys(value as object).length;
  throw new BeyondSmallJq();
}

function typeOf(value: Value): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function keysOf(value: Value): Value {
  if (Array.isArray(value)) return value.map((_, index) => index);
  if (isObject(value)) return sortedKeys(value);
  throw new BeyondSmallJq();
}

function joined(value: Value, separator: Value): string {
  const parts = each(value);
  if (typeof separator !== 'string' || parts.some((part) => part !== null && typeof part === 'object'))
    throw new BeyondSmallJq();
  return parts.map((part) => (part === null ? '' : String(part))).join(separator);
}

function sortedTexts(value: Value): string[] {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) throw new BeyondSmallJq();
  // By code point, as jq orders texts.
  return (value as string[])
    .slice()
    .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
}

function decoded(value: Value): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw new BeyondSmallJq();
  return Buffer.from(value, 'base64').toString();
}

/** Functions without arguments: one input, one output. */
export const PLAIN: Readonly<Record<string, (value: Value) => Value>> = {
  length: lengthOf,
  not: (value) => !isTrue(value),
  keys: keysOf,
  type: typeOf,
  sort: sortedTexts,
  unique: (value) => [...new Set(sortedTexts(value))],
  any: (value) => each(value).some(isTrue),
  all: (value) => each(value).every(isTrue),
  first: (value) => (Array.isArray(value) ? (value[0] ?? null) : beyond()),
  last: (value) => (Array.isArray(value) ? (value.at(-1) ?? null) : beyond()),
  '@base64d': decoded,
};

/** Functions of one argument. */
export const CALLS: Readonly<Record<string, (argument: Filter) => Filter>> = {
  select: (argument) =>
    function* (input) {
      for (const kept of argument(input)) if (isTrue(kept)) yield input;
    },
  map: (argument) =>
    function* (input) {
      yield each(input).flatMap((item) => [...argument(item)]);
    },
  has: (argument) => (input) => [hasKey(input, single(argument, input))],
  join: (argument) => (input) => [joined(input, single(argument, input))],
};

function hasKey(value: Value, key: Value): boolean {
  if (isObject(value) && typeof key === 'string') return Object.hasOwn(value, key);
  if (Array.isArray(value) && typeof key === 'number') return key >= 0 && key < value.length;
  return beyond();
}

function beyond(): never {
  throw new BeyondSmallJq();
}

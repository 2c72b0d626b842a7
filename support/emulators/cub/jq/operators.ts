import { toJson } from '../output/json';
import { BeyondSmallJq, type Filter, isTrue, type Value } from './filter';

type Comparison = (left: Value, right: Value) => boolean;

function ordered(compare: (sign: number) => boolean): Comparison {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return compare(Math.sign(left - right));
    if (typeof left !== 'string' || typeof right !== 'string') throw new BeyondSmallJq();
    return compare(Buffer.compare(Buffer.from(left), Buffer.from(right)));
  };
}

const equal: Comparison = (left, right) => toJson(left) === toJson(right);

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': equal,
  '!=': (left, right) => !equal(left, right),
  '<': ordered((sign) => sign < 0),
  '<=': ordered((sign) => sign <= 0),
  '>': ordered((sign) => sign > 0),
  '>=': ordered((sign) => sign >= 0),
};

/** Whether a sign compares two values. */
export function isComparison(sign: string): boolean {
  return sign in COMPARISONS;
}

/** `left == right` and the like. */
export function compared(sign: string, left: Filter, right: Filter): Filter {
  const compare = COMPARISONS[sign] as Comparison;
  return function* (input) {
    for (const second of right(input)) for (const first of left(input)) yield compare(first, second);
  };
}

/** `left | right`. */
export function piped(left: Filter, right: Filter): Filter {
  return function* (input) {
    for (const value of left(input)) yield* right(value);
  };
}

/** `left, right`. */
export function both(left: Filter, right: Filter): Filter {
  return function* (input) {
    yield* left(input);
    yield* right(input);
  };
}

/** `left // right`: the true outputs of the left, or else the right. */
export function alternative(left: Filter, right: Filter): Filter {
  return function* (input) {
    let found = false;
    for (const value of left(input)) {
      if (!isTrue(value)) continue;
      found = true;
      yield value;
    }
    if (!found) yield* right(input);
  };
}

/** `left and right`, `left or right`: the right is looked at only when the left does not decide. */
export function logical(word: 'and' | 'or', left: Filter, right: Filter): Filter {
  const decides = word === 'or';
  return function* (input) {
    for (const first of left(input)) {
      if (isTrue(first) === decides) yield decides;
      else for (const second of right(input)) yield isTrue(second);
    }
  };
}

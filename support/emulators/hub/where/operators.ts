import type { Literal } from './literals';
import { QueryError } from './model';
import { compileLike, compileRegex } from './patterns';

/** The operators in the order in which ConfigHub's parser tries them. */
export const OPERATOR =
  /<=|>=|<|>|=|!=|LIKE|ILIKE|~~|!~~|~\*|!~\*|~|!~|IN(?![A-Za-z])|NOT[ \t]+IN(?![A-Za-z])/;

/** The type of a value that is asked for. */
export type ValueType = 'string' | 'int' | 'bool' | 'uuid' | 'time';
export type Comparable = string | number | boolean;
export type Comparison = (left: Comparable, right: Comparable) => boolean;

const ORDER: Record<string, Comparison> = {
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};
const EQUALITY: Record<string, Comparison> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

/** Compares two values of the same type; undefined when the operator is not made for the type. */
export function comparison(operator: string, type: ValueType): Comparison | undefined {
  const ordered = type === 'bool' || type === 'uuid' ? undefined : ORDER[operator];
  return EQUALITY[operator] ?? ordered;
}

/** A test of a string by pattern, for LIKE, ~ and their kin; undefined for other operators. */
export function patternTest(operator: string, pattern: string): ((text: string) => boolean) | undefined {
  const negate = (test: (text: string) => boolean) => (text: string) => !test(text);
  switch (operator) {
    case 'LIKE':
    case '~~':
      return compileLike(pattern, false);
    case 'ILIKE':
      return compileLike(pattern, true);
    case '!~~':
    case 'NOT LIKE':
      return negate(compileLike(pattern, false));
    case 'NOT ILIKE':
      return negate(compileLike(pattern, true));
    case '~':
      return compileRegex(pattern, false);
    case '~*':
      return compileRegex(pattern, true);
    case '!~':
      return negate(compileRegex(pattern, false));
    case '!~*':
      return negate(compileRegex(pattern, true));
    default:
      return undefined;
  }
}

/** A test against a list, for IN and NOT IN. */
export function listTest(operator: string, list: readonly Comparable[]): (value: Comparable) => boolean {
  const wanted = new Set(list);
  return operator === 'IN' ? (value) => wanted.has(value) : (value) => !wanted.has(value);
}

/** Booleans can only be equal or not. */
export function refuseBooleanOrder(operator: string, literal: Literal): void {
  if (literal.type !== 'bool' || operator === '=' || operator === '!=') return;
  throw new QueryError(`invalid boolean operator \`${operator}\`: true and false take = and != only`);
}

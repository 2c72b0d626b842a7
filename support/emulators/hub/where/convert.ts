import type { Literal } from './literals';
import { QueryError } from './model';
import type { Comparable, ValueType } from './operators';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** A literal as a value that compares with the attribute's; times in ms, without zone they are UTC. Throws QueryError. */
export function convertLiteral(name: string, type: ValueType, literal: Literal): Comparable {
  const wanted = type === 'int' || type === 'bool' ? type : 'string';
  if (literal.type !== wanted) throw mismatch(name, type, literal);
  if (type === 'uuid' && !UUID.test(String(literal.value))) throw mismatch(name, type, literal);
  if (type !== 'time') return normalized(type, literal.value);
  const time = TIME.test(String(literal.value)) ? normalized('time', literal.value) : Number.NaN;
  if (Number.isNaN(time)) throw mismatch(name, type, literal);
  return time;
}

/** A stored value in the form in which it is compared. */
export function normalized(type: ValueType, value: unknown): Comparable {
  if (type === 'time') return milliseconds(String(value));
  return type === 'uuid' ? String(value).toLowerCase() : (value as Comparable);
}

function milliseconds(text: string): number {
  const iso = text.replace(' ', 'T');
  const isZoned = /(?:Z|[+-]\d\d:\d\d)$/.test(iso) || !iso.includes('T');
  return Date.parse(isZoned ? iso : `${iso}Z`);
}

const WANTED: Record<ValueType, string> = {
  string: "a 'string'",
  int: 'an integer without quotes',
  bool: 'true or false without quotes',
  uuid: "a UUID in quotes, as in '11111111-2222-3333-4444-555555555555'",
  time: "a time in quotes, as in '2025-02-18T23:16:34'",
};

function mismatch(name: string, type: ValueType, literal: Literal): QueryError {
  const shown = literal.type === 'string' ? `'${literal.value}'` : String(literal.value);
  return new QueryError(`invalid literal \`${shown}\` for ${name}: it takes ${WANTED[type]}`);
}

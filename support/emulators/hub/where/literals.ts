import type { Tokens } from './tokens';

/** A literal as written: 'string', unsigned integer of at most ten digits, true or false. */
export type Literal =
  | { type: 'string'; value: string }
  | { type: 'int'; value: number }
  | { type: 'bool'; value: boolean };

const END = '(?=[ \\t,)]|$)';
const INTEGER = new RegExp(`[0-9]{1,10}${END}`);
const BOOLEAN = new RegExp(`(?:true|false)${END}`);
const STRING = /'[^'"\\]*'/;

/** The literal that comes next. Throws QueryError. */
export function takeLiteral(tokens: Tokens): Literal {
  const integer = tokens.take(INTEGER);
  if (integer !== undefined) return { type: 'int', value: Number(integer) };
  const boolean = tokens.take(BOOLEAN);
  if (boolean !== undefined) return { type: 'bool', value: boolean === 'true' };
  const text = tokens.take(STRING);
  if (text !== undefined) return { type: 'string', value: text.slice(1, -1) };
  throw tokens.refuse('no operand found', literalHint(tokens.rest));
}

/** The list behind IN. Throws QueryError that quotes all of it. */
export function takeList(tokens: Tokens): Literal[] {
  const refusal = tokens.refuse('invalid IN clause', "write IN ('a', 'b')");
  if (tokens.take(/\(/) === undefined || tokens.rest.startsWith(')')) throw refusal;
  const list = [takeLiteral(tokens)];
  while (tokens.take(/,/)) list.push(takeLiteral(tokens));
  if (tokens.take(/\)/) === undefined) throw refusal;
  return list;
}

function literalHint(rest: string): string {
  if (rest.startsWith('"')) return "strings stand in single quotes, as in 'text'";
  if (/^'/.test(rest)) return 'a string ends with a single quote and holds no quotes or backslashes';
  if (/^-\d/.test(rest)) return 'integers have no sign';
  if (/^\d/.test(rest)) return 'an integer has at most ten digits';
  if (/^=/.test(rest)) return 'equality is written =';
  return "write a 'string', an integer, true or false";
}

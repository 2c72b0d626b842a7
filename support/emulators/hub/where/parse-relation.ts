import { type Literal, takeList, takeLiteral } from './literals';
import { OPERATOR, refuseBooleanOrder } from './operators';
import type { Tokens } from './tokens';

/** One condition of a `where`, not yet checked against an entity. */
export type Relation =
  | { kind: 'literal'; attribute: string; operator: string; literal: Literal }
  | { kind: 'list'; attribute: string; operator: string; list: Literal[] }
  | { kind: 'attributes'; attribute: string; operator: string; other: string }
  | { kind: 'length'; attribute: string; operator: string; literal: Literal }
  | { kind: 'holds'; attribute: string; literal: Literal }
  | { kind: 'is'; attribute: string; not: boolean; what: 'NULL' | 'TRUE' | 'FALSE' };

const NAME = /(?:[A-Za-z*][A-Za-z0-9_/~*-]*)(?:\.[A-Za-z0-9_/~*-]+)*/;
const ATTRIBUTE_NAME = /[A-Z][A-Za-z0-9_/~-]*(?:\.[A-Za-z0-9_/~*-]+)*/;
const NULL_TEST = /IS[ \t]+(?:NOT[ \t]+)?(?:NULL|TRUE|FALSE)(?=[ \t]|$)/;
const NOT_LIKE = /NOT[ \t]+I?LIKE(?![A-Za-z])/;

/** Reads the condition that comes next. Throws QueryError. */
export function parseRelation(tokens: Tokens): Relation {
  if (tokens.take(/LEN[ \t]*\(/)) return parseLength(tokens);
  const attribute = tokens.take(NAME);
  if (attribute === undefined)
    throw tokens.refuse('invalid path', 'a condition starts with the name of an attribute');
  if (attribute === 'NOT') throw tokens.refuse('invalid operator', 'NOT stands in NOT IN and NOT LIKE only');
  const test = tokens.take(NULL_TEST);
  if (test !== undefined) {
    const what = /NULL|TRUE|FALSE/.exec(test)?.[0] as 'NULL' | 'TRUE' | 'FALSE';
    return { kind: 'is', attribute, not: /[ \t]NOT[ \t]/.test(test), what };
  }
  if (tokens.take(/\?/)) return { kind: 'holds', attribute, literal: takeLiteral(tokens) };
  const operator = takeOperator(tokens, attribute);
  if (operator.endsWith('IN')) return { kind: 'list', attribute, operator, list: takeList(tokens) };
  const other = /^(?:true|false)\b/.test(tokens.rest) ? undefined : tokens.take(ATTRIBUTE_NAME);
  if (other !== undefined) return { kind: 'attributes', attribute, operator, other };
  const literal = takeLiteral(tokens);
  refuseBooleanOrder(operator, literal);
  return { kind: 'literal', attribute, operator, literal };
}

function parseLength(tokens: Tokens): Relation {
  const attribute = tokens.take(NAME);
  if (attribute === undefined)
    throw tokens.refuse('invalid path', 'LEN takes the name of an attribute, as in LEN(Labels)');
  if (tokens.take(/\)/) === undefined)
    throw tokens.refuse('expected )', `LEN(${attribute}) lacks its closing parenthesis`);
  const operator = takeOperator(tokens, attribute);
  return { kind: 'length', attribute, operator, literal: takeLiteral(tokens) };
}

function takeOperator(tokens: Tokens, attribute: string): string {
  const operator = tokens.take(NOT_LIKE) ?? tokens.take(OPERATOR);
  if (operator !== undefined) return operator.replace(/[ \t]+/, ' ');
  throw tokens.refuse('invalid operator', operatorHint(attribute, tokens.rest));
}

function operatorHint(attribute: string, rest: string): string {
  if (attribute === '*') return `leave --where out to take all, or write Slug != ''`;
  if (/^CONTAINS\b/i.test(rest)) {
    return 'config data is asked by path: --resource-type apps/v1/Deployment --where-data "spec.replicas = 5"; parts of a text with LIKE \'%text%\'';
  }
  return 'the operators are = != < > <= >= LIKE ILIKE ~~ !~~ ~ ~* !~ !~* IN NOT IN';
}

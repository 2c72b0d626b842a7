import { type Literal, takeList, takeLiteral } from './literals';
import { OPERATOR, refuseBooleanOrder } from './operators';
import { parseConjunction, type Tokens } from './tokens';

/** One condition on config data: a path, an operator and a literal or a list. */
export interface DataRelation {
  /** What must exist for `.|`; the whole path otherwise. */
  path: string;
  /** Behind `.|`: may be absent, and then only != matches. */
  optional: string | undefined;
  /** Behind `#`: a part of the text, `uri` or `reference` of an image. */
  part: string | undefined;
  operator: string;
  operand: Literal | Literal[];
}

const KEY = '(?:[A-Za-z](?:[A-Za-z0-9/_-]|~[12]){0,127})';
const PARAMETER = '(?::[A-Za-z][A-Za-z0-9_-]{0,127})?';
const EXACT = `(?:${KEY}|@${KEY}${PARAMETER}|[0-9]{1,10})`;
const ANY = `(?:${EXACT}|\\*(?:\\?${KEY}${PARAMETER})?|\\?${KEY}${PARAMETER}=[^.\\s]+)`;
const PATH = new RegExp(`${ANY}(?:\\.${ANY})*(?:\\.\\|${EXACT}(?:\\.${EXACT})*)?(?:#${KEY})?`);

/** The conditions of a `where-data` (contract 3.2); none for ''. Throws QueryError. */
export function parseDataExpression(expression: string): DataRelation[] {
  return parseConjunction(expression, parseRelation);
}

function parseRelation(tokens: Tokens): DataRelation {
  const path = tokens.take(PATH);
  if (path === undefined) {
    throw tokens.refuse(
      'invalid path',
      'a condition starts with a path, as in spec.template.spec.containers.*.image',
    );
  }
  const operator = tokens.take(OPERATOR)?.replace(/[ \t]+/, ' ');
  if (operator === undefined) throw tokens.refuse('invalid operator', operatorHint(path, tokens.rest));
  const operand = operator.endsWith('IN') ? takeList(tokens) : takeLiteral(tokens);
  if (!Array.isArray(operand)) refuseBooleanOrder(operator, operand);
  const [whole = '', part] = path.split('#');
  const [visited = '', optional] = whole.split('.|');
  return { path: visited, optional, part, operator, operand };
}

function operatorHint(path: string, rest: string): string {
  if (path === '*') return 'leave --where-data out to take all resources of the type';
  if (/^CONTAINS\b/i.test(rest))
    return "a part of a text is asked with LIKE '%text%', a number with its path: spec.replicas = 5";
  if (/^NOT\b|^IS\b/.test(rest))
    return 'config data is asked with = != < > <= >= LIKE ILIKE ~ IN NOT IN; negation of LIKE is !~~';
  return 'the operators are = != < > <= >= LIKE ILIKE ~~ !~~ ~ ~* !~ !~* IN NOT IN';
}

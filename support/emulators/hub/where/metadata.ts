import { type Attribute, findAttribute } from './attribute';
import { compileRelation } from './compile-relation';
import type { EntityKind, ExtendedRow } from './model';
import { parseRelation } from './parse-relation';
import { parseConjunction } from './tokens';

/**
 * Compiles a `where` over entity metadata (contract 3.1); '' matches every row. A row is what the list endpoints
 * answer, with the relations that the expression names beside the entity. As in SQL, a comparison with an absent
 * value does not match, != and NOT IN included. Throws QueryError (400) with a sentence.
 */
export function compileWhere(entity: EntityKind, expression: string): (row: ExtendedRow) => boolean {
  const relations = parseConjunction(expression, parseRelation);
  const attribute = (name: string): Attribute => findAttribute(entity, name);
  const checks = relations.map((relation) => compileRelation(relation, attribute));
  return (row) => checks.every((check) => check(row));
}

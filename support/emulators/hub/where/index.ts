import { type EntityKind, type ExtendedRow, QueryError } from './model';

export * from './model';

/** Compiles a `where` over entity metadata; '' matches every row. Throws QueryError (400) with a sentence. */
export function compileWhere(entity: EntityKind, expression: string): (row: ExtendedRow) => boolean {
  const relations = expression.trim() === '' ? [] : expression.split(/\s+AND\s+/);
  const checks = relations.map((relation) => {
    const match = /^\s*(\w+)\s*(=|!=)\s*'([^'"\\]*)'\s*$/.exec(relation);
    if (!match) throw new QueryError(`invalid operator at \`${relation}\``);
    const [, name = '', operator, literal] = match;
    return (row: ExtendedRow) =>
      ((row[entity] as Record<string, unknown>)[name] === literal) === (operator === '=');
  });
  return (row) => checks.every((check) => check(row));
}

/** Compiles a `where-data` over config data; without type every resource is asked. Throws QueryError. */
export function compileWhereData(expression: string, resourceType?: string): (data: string) => boolean {
  if (expression.trim() !== '') throw new QueryError(`invalid path at \`${expression}\``);
  return (data) => resourceType === undefined || data.includes(resourceType);
}

/** Compiles `contains=TEXT`: case-insensitive substring over string attributes and over map keys and values. */
export function compileContains(entity: EntityKind, text: string): (row: ExtendedRow) => boolean {
  const wanted = text.toLowerCase();
  return (row) =>
    JSON.stringify(row[entity] ?? {})
      .toLowerCase()
      .includes(wanted);
}

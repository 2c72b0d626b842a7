import { Failure } from '../failure';

const ID = /^(?:urn:uuid:)?\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i;

export const NIL_ID = '00000000-0000-0000-0000-000000000000';

/** Whether a name given by the user is an id rather than a slug. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** Whether an optional reference points to something. */
export function isSet(id: string | null | undefined): id is string {
  return id !== undefined && id !== null && id !== '' && id !== NIL_ID;
}

/** `Slug IN ('a', 'b')`, or the same over ids when all are ids; mixing them is refused. */
export function whereIdentifiers(
  identifiers: readonly string[],
  idField: string,
  slugField = 'Slug',
): string {
  const kinds = new Set(identifiers.map(isId));
  if (kinds.size > 1) throw new Failure('all identifiers must be the same type (all UUIDs or all slugs)');
  const list = identifiers.map((identifier) => `'${identifier}'`).join(', ');
  return `${kinds.has(true) ? idField : slugField} IN (${list})`;
}

/** Narrows an expression to one space; `*` leaves it as it is. */
export function withinSpace(where: string, spaceId: string): string {
  if (spaceId === '*') return where;
  const constraint = `SpaceID = '${spaceId}'`;
  return where === '' ? constraint : `${where} AND ${constraint}`;
}

import { badRequest } from '../errors/api-error';
import type { Listable } from './definition';

/**
 * Reads `select`. Ids and the slug always come along; nothing or `*` selects all. `Entity.Field` names a field of a
 * relation; relations that are included always come whole.
 * @throws ApiError 400 naming an unknown field
 */
export function readSelect<Row>(entity: Listable<Row>, select: string | undefined): Set<string> | undefined {
  if (select === undefined || select === '*') return undefined;
  const names = new Set(Object.keys(entity.fields).filter((name) => name === 'Slug' || name.endsWith('ID')));
  for (const part of select.split(',').map((text) => text.trim())) {
    const [owner = '', field] = part.includes('.') ? splitOnce(part) : [entity.kind, part];
    if (isRelation(entity, owner)) continue;
    if (owner !== entity.kind || !field || !Object.hasOwn(entity.fields, field))
      throw badRequest(`select: ${entity.kind} has no field "${part}"`);
    names.add(field);
  }
  return names;
}

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('.');
  return [part.slice(0, at), part.slice(at + 1)];
}

function isRelation<Row>(entity: Listable<Row>, name: string): boolean {
  if (entity.parts?.includes(name)) return true;
  return Object.values(entity.relations).some((relation) => relation.as === name);
}

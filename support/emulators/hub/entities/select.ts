import { badRequest } from '../errors/api-error';
import type { Listable } from './definition';

/** What `select` asks for. */
export interface Selected {
  own: ReadonlySet<string>;
  /** By the name of a relation; one that is not named comes whole. */
  related: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads `select`. Ids and the slug always come along; nothing or `*` selects all. `Entity.Field` names a field of a
 * relation, which then comes with the named fields only.
 * @throws ApiError 400 naming an unknown field
 */
export function readSelect<Row>(entity: Listable<Row>, select: string | undefined): Selected | undefined {
  if (select === undefined || select === '*') return undefined;
  const own = new Set(Object.keys(entity.fields).filter((name) => name === 'Slug' || name.endsWith('ID')));
  const related = new Map<string, Set<string>>();
  for (const part of select.split(',').map((text) => text.trim())) {
    const [owner = '', field] = part.includes('.') ? splitOnce(part) : [entity.kind, part];
    if (isRelation(entity, owner)) {
      related.set(owner, (related.get(owner) ?? new Set()).add(field ?? ''));
      continue;
    }
    if (owner !== entity.kind || !field || !Object.hasOwn(entity.fields, field))
      throw badRequest(`select: ${entity.kind} has no field "${part}"`);
    own.add(field);
  }
  return { own, related };
}

/** What of a related entity was asked for; its ids and slug always come along. */
export function narrowed(wire: object, only: ReadonlySet<string> | undefined): object {
  if (!only) return wire;
  const asked = (name: string) =>
    name.endsWith('ID') || ['Slug', 'EntityType'].includes(name) || only.has(name);
  return Object.fromEntries(Object.entries(wire).filter(([name]) => asked(name)));
}

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('.');
  return [part.slice(0, at), part.slice(at + 1)];
}

function isRelation<Row>(entity: Listable<Row>, name: string): boolean {
  if (entity.parts?.includes(name)) return true;
  return Object.values(entity.relations).some((relation) => relation.as === name);
}

import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import type { Space } from '../spaces/model';
import type { Entity, NamedEntity, SpaceEntity } from './entity';
import type { Values } from './read-fields';

/** What a new row of any kind starts with. */
export function newEntity(call: Call): Entity {
  const now = call.hub.now();
  return {
    OrganizationID: call.caller.organization.OrganizationID,
    CreatedAt: now,
    UpdatedAt: now,
    Version: 1,
  };
}

/** What a new named row starts with. @throws ApiError 400 without a slug */
export function newNamedEntity(call: Call, kind: string, values: Values): NamedEntity {
  if (!values.Slug) throw badRequest(`${kind}.Slug is required`);
  return {
    ...newEntity(call),
    Slug: String(values.Slug),
    DisplayName: String(values.DisplayName ?? values.Slug),
    Labels: (values.Labels ?? {}) as Record<string, string>,
    Annotations: (values.Annotations ?? {}) as Record<string, string>,
  };
}

/** What a new row in a space starts with. */
export function newResident(call: Call, kind: string, values: Values, space: Space): SpaceEntity {
  return { ...newNamedEntity(call, kind, values), SpaceID: space.SpaceID };
}

/** A row after a change: later, and one version on. */
export function touched<Row extends Entity>(call: Call, row: Row): Row {
  return { ...row, UpdatedAt: call.hub.now(), Version: row.Version + 1 };
}

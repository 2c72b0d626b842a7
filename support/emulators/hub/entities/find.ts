import { notFound } from '../errors/api-error';
import type { Call } from '../routing/route';
import type { Space } from '../spaces/model';
import type { Unit } from '../units/model';

/** The space of the path, in the caller's organization. @throws ApiError 404 */
export function spaceOf(call: Call): Space {
  return findSpace(call, call.params.space_id ?? '');
}

/** A space by id, in the caller's organization. @throws ApiError 404 */
export function findSpace(call: Call, id: string): Space {
  const space = call.hub.database.tables.spaces.get(id);
  if (!space || space.OrganizationID !== call.caller.organization.OrganizationID)
    throw notFound(`space ${id} not found`);
  return space;
}

/** The unit of the path, in the space of the path. @throws ApiError 404 */
export function unitOf(call: Call): Unit {
  const space = spaceOf(call);
  const unit = call.hub.database.tables.units.get(call.params.unit_id ?? '');
  if (!unit || unit.SpaceID !== space.SpaceID)
    throw notFound(`unit ${call.params.unit_id} not found in space ${space.Slug}`);
  return unit;
}

/** A unit by id, anywhere in the caller's organization. @throws ApiError 404 */
export function findUnit(call: Call, id: string): Unit {
  const unit = call.hub.database.tables.units.get(id);
  if (!unit || unit.OrganizationID !== call.caller.organization.OrganizationID)
    throw notFound(`unit ${id} not found`);
  return unit;
}

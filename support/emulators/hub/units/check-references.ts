import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';

/** The target a unit may point to, or null. @throws ApiError 400 when there is no such target in the organization */
export function checkTarget(call: Call, id: string | null | undefined): string | null {
  if (!id) return null;
  const target = call.hub.database.tables.targets.get(id);
  if (!target || target.OrganizationID !== call.caller.organization.OrganizationID)
    throw badRequest(`target ${id} does not exist`);
  return id;
}

/** Sets are not part of this hub. @throws ApiError 400 when one is named */
export function refuseSet(id: unknown): null {
  if (id) throw badRequest(`set ${id} does not exist; this hub has no sets`);
  return null;
}

import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';

/** Refuses an id that names nothing in the caller's organization; null names nothing on purpose. @throws ApiError 400 */
export function checkReference(
  call: Call,
  table: 'filters' | 'tags' | 'spaces' | 'targets' | 'units',
  noun: string,
  id: string | null,
): void {
  if (!id) return;
  const row = call.hub.database.tables[table].get(id);
  if (!row || row.OrganizationID !== call.caller.organization.OrganizationID)
    throw badRequest(`${noun} ${id} does not exist`);
}

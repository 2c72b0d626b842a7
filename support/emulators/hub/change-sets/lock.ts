import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import type { Unit } from '../units/model';

/**
 * A unit in an open change set is changed only by who names that change set; and who names one changes only units
 * that are in it. @throws ApiError 400
 */
export function assertMayChange(call: Call, unit: Unit): void {
  const named = call.query.text('change_set_id')?.toLowerCase() ?? null;
  if (unit.ChangeSetID === named) return;
  if (unit.ChangeSetID)
    throw badRequest(
      `unit ${unit.Slug} is locked by the open change set ${slugOf(call, unit.ChangeSetID)}; name it with --changeset, or close it first`,
    );
  throw badRequest(
    `unit ${unit.Slug} is not in change set ${slugOf(call, named ?? '')}; open it for the unit first`,
  );
}

/** How messages call a change set: `space/slug`. */
export function slugOf(call: Call, id: string): string {
  const { changeSets, spaces } = call.hub.database.tables;
  const changeSet = changeSets.get(id);
  return changeSet ? `${spaces.get(changeSet.SpaceID)?.Slug}/${changeSet.Slug}` : id;
}

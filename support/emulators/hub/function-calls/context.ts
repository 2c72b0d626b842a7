import type { FunctionContext } from '../functions/model';
import type { Call } from '../routing/route';
import type { Unit } from '../units/model';

/** What functions may know of the unit that they run on. */
export function functionContext(call: Call, unit: Unit): FunctionContext {
  return {
    UnitID: unit.UnitID,
    UnitSlug: unit.Slug,
    UnitDisplayName: unit.DisplayName,
    SpaceID: unit.SpaceID,
    SpaceSlug: call.hub.database.tables.spaces.get(unit.SpaceID)?.Slug ?? '',
    PreviousContentHash: unit.ContentHash,
    ApprovedBy: unit.ApprovedBy,
  };
}

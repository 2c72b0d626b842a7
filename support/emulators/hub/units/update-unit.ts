import { assertMayChange } from '../change-sets/lock';
import { closeChangeSet, openChangeSet } from '../change-sets/open-close';
import { touched } from '../entities/make';
import type { Values } from '../entities/read-fields';
import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import { nameKey } from '../store/tables';
import { changeUnit } from './change-unit';
import { checkTarget, refuseSet } from './check-references';
import { newData } from './data-source';
import type { Unit } from './model';

/**
 * Changes a unit: its metadata, its change set, its data. A unit that ends as it was keeps its version. Inside a
 * transaction.
 * @throws ApiError 400 when any part cannot be done; then nothing is
 */
export function updateUnit(call: Call, before: Unit, values: Values): Unit {
  const { Data, ChangeSetID, ...metadata } = values;
  const described = describe(before, checkMetadata(call, before, metadata));
  const placed = enterChangeSet(call, described, ChangeSetID as string | null | undefined);
  const changed = changeData(call, before, placed, Data as string | undefined);
  const after = ChangeSetID === null ? closeChangeSet(call, changed) : changed;
  if (isSame(before, after)) return before;
  const stored = after.Version === before.Version ? touched<Unit>(call, after) : after;
  call.hub.database.put('units', stored);
  return stored;
}

function checkMetadata(call: Call, before: Unit, values: Values): Values {
  const slug = values.Slug ?? before.Slug;
  if (!slug) throw badRequest('Unit.Slug must not be empty');
  if (
    slug !== before.Slug &&
    call.hub.database.tables.units.count('slug', nameKey(before.SpaceID, String(slug))) > 0
  )
    throw badRequest(`a unit "${slug}" already exists in this space`);
  const checked = { ...values };
  if ('TargetID' in values) checked.TargetID = checkTarget(call, values.TargetID as string | null);
  if ('SetID' in values) checked.SetID = refuseSet(values.SetID);
  return checked;
}

function describe(before: Unit, metadata: Values): Unit {
  return { ...before, ...metadata };
}

function enterChangeSet(call: Call, unit: Unit, id: string | null | undefined): Unit {
  return id ? openChangeSet(call, unit, id) : unit;
}

function changeData(call: Call, before: Unit, unit: Unit, data: string | undefined): Unit {
  const found = newData(call, unit, data);
  if (!found) return unit;
  assertMayChange(call, unit);
  if (!found.change) return found.unit;
  const told =
    unit.LastChangeDescription === before.LastChangeDescription
      ? found.description
      : unit.LastChangeDescription;
  return changeUnit(call, found.unit, [found.change], { source: found.source, description: told });
}

function isSame(before: Unit, after: Unit): boolean {
  const bare = ({ Version, UpdatedAt, ...unit }: Unit) => JSON.stringify(unit);
  return before === after || bare(before) === bare(after);
}

import { isDeepStrictEqual } from 'node:util';
import { touched } from '../entities/make';
import type { Call } from '../routing/route';
import { numberKey } from '../store/tables';
import type { Unit } from '../units/model';
import { verdictsOn } from './verdicts';

/**
 * Checks a unit again after something other than its data changed, and notes the verdicts, and `changes`, on it and on
 * its head revision. Nothing is stored when all is as it was. Inside a transaction.
 */
export function checkAgain(call: Call, unit: Unit, changes: Partial<Pick<Unit, 'ApprovedBy'>> = {}): void {
  const { database } = call.hub;
  const after = { ...changes, ...verdictsOn(call, { ...unit, ...changes }) };
  if (isDeepStrictEqual({ ...unit, ...after }, unit)) return;
  database.put('units', touched<Unit>(call, { ...unit, ...after }));
  const [head] = database.tables.revisions.by('number', numberKey(unit.UnitID, unit.HeadRevisionNum));
  if (head) database.put('revisions', touched(call, { ...head, ...after }));
}

/** Checks all units of a space again, after its triggers changed. Inside a transaction. */
export function checkSpaceAgain(call: Call, spaceId: string): void {
  for (const unit of call.hub.database.tables.units.by('space', spaceId)) checkAgain(call, unit);
}

import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { unitOf } from '../entities/find';
import { touched } from '../entities/make';
import type { Answer, Call, Route } from '../routing/route';
import { numberKey } from '../store/tables';
import { currentGates } from '../triggers/run-triggers';
import { candidateUnits } from './candidates';
import { chooseUnits, DATA_QUERY } from './list-routes';
import type { Unit } from './model';

/** Approving the head revision of units. */
export const unitApproveRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/space/:space_id/unit/:unit_id/approve',
    handler: (call) => approve(call, unitOf(call)),
  },
  { method: 'POST', path: '/api/unit/approve', query: bulkQuery(DATA_QUERY), handler: bulkApprove },
];

function bulkApprove(call: Call): Answer {
  requireSelection(call);
  const units = chooseUnits(call, candidateUnits(call, call.query.text('where')));
  return rowsToAnswer(units, 'Unit', 'UnitID', (unit) => ({ Message: approve(call, unit) }));
}

/** Notes the caller's approval, on the unit and on its head revision; gates that wait for it open. */
function approve(call: Call, unit: Unit): string {
  const { database } = call.hub;
  const ApprovedBy = [...new Set([...unit.ApprovedBy, call.caller.user.UserID])];
  const ApplyGates = currentGates(call, { ...unit, ApprovedBy });
  const [head] = database.tables.revisions.by('number', numberKey(unit.UnitID, unit.HeadRevisionNum));
  database.transact(() => {
    database.put('units', touched<Unit>(call, { ...unit, ApprovedBy, ApplyGates }));
    if (head) database.put('revisions', touched(call, { ...head, ApprovedBy, ApplyGates }));
  });
  return `unit ${unit.Slug} approved`;
}

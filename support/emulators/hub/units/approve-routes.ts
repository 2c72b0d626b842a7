import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { unitOf } from '../entities/find';
import type { Answer, Call, Route } from '../routing/route';
import { checkAgain } from '../triggers/check-again';
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
  const ApprovedBy = [...new Set([...unit.ApprovedBy, call.caller.user.UserID])];
  call.hub.database.transact(() => checkAgain(call, unit, { ApprovedBy }));
  return `unit ${unit.Slug} approved`;
}

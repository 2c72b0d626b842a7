import { assertMayChange } from '../change-sets/lock';
import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { unitOf } from '../entities/find';
import { badRequest } from '../errors/api-error';
import type { Answer, Call, Route } from '../routing/route';
import { removeHistory } from '../spaces/delete-space';
import { candidateUnits } from './candidates';
import { chooseUnits, DATA_QUERY } from './list-routes';
import type { Unit } from './model';

/** Deleting units. What was applied stays in the cluster; destroy removes it. */
export const unitDeleteRoutes: Route[] = [
  {
    method: 'DELETE',
    path: '/api/space/:space_id/unit/:unit_id',
    handler: (call) => remove(call, unitOf(call)),
  },
  { method: 'DELETE', path: '/api/unit', query: bulkQuery(DATA_QUERY), handler: bulkRemove },
];

function bulkRemove(call: Call): Answer {
  requireSelection(call);
  const units = chooseUnits(call, candidateUnits(call, call.query.text('where')));
  return rowsToAnswer(units, 'Unit', 'UnitID', (unit) => remove(call, unit));
}

function remove(call: Call, unit: Unit): object {
  const { database } = call.hub;
  assertMayChange(call, unit);
  refuseWhileNeeded(call, unit);
  return database.transact(() => {
    for (const link of database.tables.links.by('from', unit.UnitID)) database.remove('links', link.LinkID);
    removeHistory(call, unit.UnitID);
    database.remove('units', unit.UnitID);
    return { Message: `unit ${unit.Slug} deleted` };
  });
}

function refuseWhileNeeded(call: Call, unit: Unit): void {
  const { links, spaces, units } = call.hub.database.tables;
  const [link] = links.by('to', unit.UnitID);
  if (link)
    throw badRequest(
      `unit ${unit.Slug} is linked to by ${link.Slug} of space ${spaces.get(link.SpaceID)?.Slug}; delete that link first`,
    );
  const [clone] = units.by('upstream', unit.UnitID);
  if (clone)
    throw badRequest(
      `unit ${unit.Slug} is the upstream of ${clone.Slug} in space ${spaces.get(clone.SpaceID)?.Slug}; delete that first`,
    );
}

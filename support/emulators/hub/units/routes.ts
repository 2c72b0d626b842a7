import { findSpace, spaceOf, unitOf } from '../entities/find';
import { readWhole } from '../entities/read-fields';
import { toWire } from '../entities/wire';
import { badRequest } from '../errors/api-error';
import { Answer, type Call, type Route } from '../routing/route';
import { unitApproveRoutes } from './approve-routes';
import { bulkCloneRoutes } from './bulk-clone';
import { UNIT } from './definition';
import { unitDeleteRoutes } from './delete-routes';
import { unitListRoutes } from './list-routes';
import type { Unit } from './model';
import { cloneUnit, createUnit } from './new-unit';
import { unitUpdateRoutes } from './update-routes';

/** Units: configuration with its history. */
export const unitRoutes: Route[] = [
  ...unitListRoutes,
  ...unitUpdateRoutes,
  ...unitDeleteRoutes,
  ...unitApproveRoutes,
  ...bulkCloneRoutes,
  {
    method: 'GET',
    path: '/api/space/:space_id/unit/:unit_id/live-state',
    handler: (call) => new Answer(200, unitOf(call).LiveState, 'text/plain'),
  },
  {
    method: 'POST',
    path: '/api/space/:space_id/unit',
    query: { upstream_space_id: 'uuid', upstream_unit_id: 'uuid' },
    handler: create,
  },
];

function create(call: Call): object {
  const space = spaceOf(call);
  const upstream = upstreamOf(call);
  const values = readWhole('Unit', UNIT.fields, call.body, true);
  return toWire(
    'Unit',
    call.hub.database.transact(() =>
      upstream ? cloneUnit(call, space, upstream, values) : createUnit(call, space, values),
    ),
  );
}

function upstreamOf(call: Call): Unit | undefined {
  const unitId = call.query.text('upstream_unit_id')?.toLowerCase();
  const spaceId = call.query.text('upstream_space_id')?.toLowerCase();
  if (!unitId && !spaceId) return undefined;
  if (!unitId || !spaceId) throw badRequest('a clone needs both upstream_space_id and upstream_unit_id');
  const space = findSpace(call, spaceId);
  const unit = call.hub.database.tables.units.get(unitId);
  if (!unit || unit.SpaceID !== space.SpaceID)
    throw badRequest(`upstream unit ${unitId} not found in space ${space.Slug}`);
  return unit;
}

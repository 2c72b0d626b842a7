import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Listable } from '../entities/definition';
import { byServer } from '../entities/fields';
import { unitOf } from '../entities/find';
import { choose } from '../entities/list';
import { toWire } from '../entities/wire';
import { notFound } from '../errors/api-error';
import type { Call, Route } from '../routing/route';
import type { UnitEvent } from './model';

const UNIT_EVENT: Listable<UnitEvent> = {
  kind: 'UnitEvent',
  fields: {
    Action: byServer('text'),
    Status: byServer('text'),
    Result: byServer('text'),
    Message: byServer('text'),
  },
  relations: RESIDENT_RELATIONS,
};

/** Reports about a unit's operations, newest first. */
export const unitEventRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/space/:space_id/unit/:unit_id/unit_event',
    query: { where: 'string', contains: 'string' },
    handler: list,
  },
  { method: 'GET', path: '/api/space/:space_id/unit/:unit_id/unit_event/:unit_event_id', handler: get },
];

function list(call: Call): object[] {
  const events = call.hub.database.tables.events.by('unit', unitOf(call).UnitID).reverse();
  return choose(call, UNIT_EVENT, events).map((event) => toWire('UnitEvent', event));
}

function get(call: Call): object {
  const unit = unitOf(call);
  const event = call.hub.database.tables.events.get(call.params.unit_event_id ?? '');
  if (!event || event.UnitID !== unit.UnitID)
    throw notFound(`unit event ${call.params.unit_event_id} not found for unit ${unit.Slug}`);
  return toWire('UnitEvent', event);
}

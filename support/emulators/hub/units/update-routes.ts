import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { unitOf } from '../entities/find';
import { readPatch, readVersion, readWhole, type Values } from '../entities/read-fields';
import { toWire } from '../entities/wire';
import { conflict } from '../errors/api-error';
import type { Answer, Call, Route } from '../routing/route';
import { candidateUnits } from './candidates';
import { SOURCE_QUERY } from './data-source';
import { UNIT } from './definition';
import { chooseUnits, DATA_QUERY } from './list-routes';
import type { Unit } from './model';
import { updateUnit } from './update-unit';

const ONE = '/api/space/:space_id/unit/:unit_id';
const { revision_id: _, ...BULK_SOURCE_QUERY } = SOURCE_QUERY;

/** Changing units: whole by PUT, in parts by PATCH, many at once. */
export const unitUpdateRoutes: Route[] = [
  { method: 'PUT', path: ONE, query: SOURCE_QUERY, handler: replace },
  { method: 'PATCH', path: ONE, query: SOURCE_QUERY, handler: (call) => patch(call, unitOf(call)) },
  {
    method: 'PATCH',
    path: '/api/unit',
    query: bulkQuery({ ...DATA_QUERY, ...BULK_SOURCE_QUERY }),
    handler: bulkPatch,
  },
];

/** What a PUT sets when the body has no value for it. */
const ABSENT: Values = { Labels: {}, Annotations: {}, TargetID: null, SetID: null };

function replace(call: Call): object {
  const unit = unitOf(call);
  const version = readVersion('Unit', call.body);
  const values = { ...ABSENT, ...readWhole('Unit', UNIT.fields, call.body, false) };
  if (version !== undefined && version !== unit.Version)
    throw conflict(
      `unit ${unit.Slug} was changed since version ${version}; it is at ${unit.Version}; read it again`,
    );
  return save(call, unit, values);
}

function patch(call: Call, unit: Unit): object {
  return save(call, unit, readPatch('Unit', UNIT.fields, call.body, unit));
}

function bulkPatch(call: Call): Answer {
  requireSelection(call);
  const units = chooseUnits(call, candidateUnits(call, call.query.text('where')));
  return rowsToAnswer(units, 'Unit', 'UnitID', (unit) => ({ Unit: patch(call, unit) }));
}

function save(call: Call, unit: Unit, values: Values): object {
  const { database } = call.hub;
  const work = () => updateUnit(call, unit, values);
  return toWire('Unit', call.query.flag('dry_run') ? database.simulate(work) : database.transact(work));
}

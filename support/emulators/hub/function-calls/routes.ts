import { bulkQuery } from '../entities/bulk';
import { spaceOf } from '../entities/find';
import { badRequest } from '../errors/api-error';
import { functionSignatures } from '../functions/index';
import type { ParameterTypes } from '../routing/query';
import type { Call, Route } from '../routing/route';
import { candidatesInSpace, candidateUnits } from '../units/candidates';
import { chooseUnits, DATA_QUERY } from '../units/list-routes';
import type { Unit } from '../units/model';
import { invokeOnUnits } from './invoke';
import { readInvokeRequest } from './read-invocations';

const QUERY: ParameterTypes = bulkQuery({
  ...DATA_QUERY,
  dry_run: 'boolean',
  protect: 'boolean',
  change_set_id: 'uuid',
});
const IN_SPACE: ParameterTypes = { ...QUERY, unit_id: 'uuid', revision_id: 'uuid' };
const LIST: ParameterTypes = { entity: 'string', id: 'string' };

/** Functions: which there are, and running them on units. */
export const functionRoutes: Route[] = [
  { method: 'GET', path: '/api/function', query: LIST, handler: list },
  {
    method: 'GET',
    path: '/api/space/:space_id/function',
    query: LIST,
    handler: listInSpace,
  },
  { method: 'POST', path: '/api/function/invoke', query: QUERY, handler: invokeEverywhere },
  { method: 'POST', path: '/api/space/:space_id/function/invoke', query: IN_SPACE, handler: invokeInSpace },
];

function list(): object {
  return { 'Kubernetes/YAML': functionSignatures() };
}

function listInSpace(call: Call): object {
  spaceOf(call);
  return list();
}

function invokeEverywhere(call: Call) {
  const request = readInvokeRequest(call.body);
  return invokeOnUnits(call, chooseUnits(call, candidateUnits(call, call.query.text('where'))), request);
}

function invokeInSpace(call: Call) {
  const request = readInvokeRequest(call.body);
  const candidates = candidatesInSpace(call, spaceOf(call).SpaceID, call.query.text('where'));
  return invokeOnUnits(call, onlyNamed(call, chooseUnits(call, candidates)), request);
}

function onlyNamed(call: Call, units: Unit[]): Unit[] {
  const id = call.query.text('unit_id')?.toLowerCase();
  if (!id) return units;
  const named = units.filter((unit) => unit.UnitID === id);
  if (named.length === 0) throw badRequest(`unit ${id} not found in this space`);
  return named;
}

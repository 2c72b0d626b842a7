import { spaceOf, unitOf } from '../entities/find';
import { answerList, answerOne, choose, GET_QUERY, LIST_QUERY } from '../entities/list';
import type { ParameterTypes } from '../routing/query';
import type { Call, Route } from '../routing/route';
import { compileWhereData } from '../where/index';
import { candidatesInSpace, candidateUnits } from './candidates';
import { UNIT } from './definition';
import type { Unit } from './model';

/** Query parameters that select units by their config data. */
export const DATA_QUERY: ParameterTypes = { where_data: 'string', resource_type: 'string' };

/** Questions about units. */
export const unitListRoutes: Route[] = [
  { method: 'GET', path: '/api/unit', query: { ...LIST_QUERY, ...DATA_QUERY }, handler: listAll },
  {
    method: 'GET',
    path: '/api/space/:space_id/unit',
    query: { ...LIST_QUERY, ...DATA_QUERY },
    handler: listInSpace,
  },
  {
    method: 'GET',
    path: '/api/space/:space_id/unit/:unit_id',
    query: GET_QUERY,
    handler: (call) => answerOne(call, UNIT, unitOf(call)),
  },
];

function listAll(call: Call): object[] {
  return answerList(call, UNIT, chooseUnits(call, candidateUnits(call, call.query.text('where'))));
}

function listInSpace(call: Call): object[] {
  const candidates = candidatesInSpace(call, spaceOf(call).SpaceID, call.query.text('where'));
  return answerList(call, UNIT, chooseUnits(call, candidates));
}

/** The units that all of `where`, `contains`, `filter`, `where_data` and `resource_type` leave. */
export function chooseUnits(call: Call, candidates: Unit[]): Unit[] {
  const rows = choose(call, UNIT, candidates);
  const expression = call.query.text('where_data');
  const type = call.query.text('resource_type');
  if (expression === undefined && type === undefined) return rows;
  const matches = compileWhereData(expression ?? '', type);
  return rows.filter((unit) => matches(unit.Data));
}

import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { unitOf } from '../entities/find';
import type { ParameterTypes } from '../routing/query';
import type { Answer, Call, Route } from '../routing/route';
import { candidateUnits } from '../units/candidates';
import { chooseUnits, DATA_QUERY } from '../units/list-routes';
import type { Unit } from '../units/model';
import type { QueuedOperation } from './model';
import { queueApply, queueDestroy, queueRefresh } from './queue';
import { sendWhenDurable } from './send';

type Queue = (call: Call, unit: Unit) => QueuedOperation;

const APPLY_QUERY: ParameterTypes = { revision: 'string', dry_run: 'boolean', drift_mode: 'string' };
const VERBS: Array<[verb: string, query: ParameterTypes, queue: Queue]> = [
  ['apply', APPLY_QUERY, (call, unit) => queueApply(call, unit, call.query.text('revision'))],
  ['destroy', { dry_run: 'boolean' }, queueDestroy],
  ['refresh', { dry_run: 'boolean' }, queueRefresh],
];

/** Work for workers: apply, destroy and refresh, of one unit and in bulk. */
export const operationRoutes: Route[] = VERBS.flatMap(([verb, query, queue]) => [
  {
    method: 'POST' as const,
    path: `/api/space/:space_id/unit/:unit_id/${verb}`,
    query,
    handler: (call: Call) => one(call, queue),
  },
  {
    method: 'POST' as const,
    path: `/api/unit/${verb}`,
    query: bulkQuery({ ...DATA_QUERY, ...query }),
    handler: (call: Call) => bulk(call, queue),
  },
]);

function one(call: Call, queue: Queue): object {
  const operation = carryOut(call, unitOf(call), queue);
  sendLater(call, [operation]);
  return wire(operation);
}

function bulk(call: Call, queue: Queue): Answer {
  requireSelection(call);
  const units = chooseUnits(call, candidateUnits(call, call.query.text('where')));
  const operations: QueuedOperation[] = [];
  const answer = rowsToAnswer(units, 'Unit', 'UnitID', (unit) => {
    const operation = carryOut(call, unit, queue);
    operations.push(operation);
    return { Action: wire(operation) };
  });
  sendLater(call, operations);
  return answer;
}

function carryOut(call: Call, unit: Unit, queue: Queue): QueuedOperation {
  const { database } = call.hub;
  const work = () => queue(call, unit);
  return call.query.flag('dry_run') ? database.simulate(work) : database.transact(work);
}

function sendLater(call: Call, operations: QueuedOperation[]): void {
  if (call.query.flag('dry_run')) return;
  sendWhenDurable(call.hub, operations).catch((error: Error) => call.hub.log(error.message));
}

function wire(operation: QueuedOperation): object {
  return { EntityType: 'QueuedOperation', ...operation };
}

import { spaceOf } from '../entities/find';
import { residentRoutes } from '../entities/resident-routes';
import { toWire } from '../entities/wire';
import { notFound } from '../errors/api-error';
import { functionSignatures } from '../functions/index';
import { receiveResult } from '../operations/receive-result';
import { resendOpen } from '../operations/send';
import { type Call, type LineStream, type Route, StreamAnswer } from '../routing/route';
import { WORKER } from './definition';
import type { BridgeWorker } from './model';
import { register } from './register';
import { readWorkerInfo } from './worker-info';

const OWN = '/api/bridge_worker/:bridge_worker_id';

/** Workers as users see them, and the three calls that workers make (contract 7.1). */
export const workerRoutes: Route[] = [
  ...residentRoutes(WORKER),
  { method: 'GET', path: '/api/space/:space_id/bridge_worker/:id_id/function', handler: functions },
  {
    method: 'GET',
    path: `${OWN}/me`,
    access: 'worker',
    handler: (call) => toWire('BridgeWorker', self(call)),
  },
  { method: 'POST', path: `${OWN}/stream`, access: 'worker', handler: stream },
  {
    method: 'POST',
    path: `${OWN}/action_result`,
    access: 'worker',
    handler: (call) => receiveResult(call, self(call)),
  },
];

function self(call: Call): BridgeWorker {
  if (!call.caller.worker) throw notFound('there is no such worker');
  return call.caller.worker;
}

function functions(call: Call): object {
  const worker = call.hub.database.tables.workers.get(call.params.id_id ?? '');
  if (!worker || worker.SpaceID !== spaceOf(call).SpaceID)
    throw notFound(`worker ${call.params.id_id} not found`);
  return { 'Kubernetes/YAML': functionSignatures() };
}

function stream(call: Call): StreamAnswer {
  const worker = self(call);
  const { info, targets } = readWorkerInfo(call.body);
  register(call, worker, info, targets, '127.0.0.1');
  return new StreamAnswer((connection) => connect(call, worker, connection));
}

function connect(call: Call, worker: BridgeWorker, connection: LineStream): void {
  const { hub } = call;
  hub.presence.connect(worker.BridgeWorkerID, connection, hub.now());
  hub.log(`worker ${worker.Slug} connected`);
  connection.onClose(() => {
    if (hub.presence.disconnect(worker.BridgeWorkerID, connection))
      hub.log(`worker ${worker.Slug} disconnected`);
  });
  resendOpen(hub, worker.BridgeWorkerID);
}

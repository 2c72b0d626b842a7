import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Definition } from '../entities/definition';
import { ZERO_TIME } from '../entities/entity';
import { byServer, RESIDENT_FIELDS } from '../entities/fields';
import { toWire } from '../entities/wire';
import { badRequest } from '../errors/api-error';
import type { BridgeWorker } from './model';

export const WORKER: Definition<BridgeWorker> = {
  kind: 'BridgeWorker',
  path: 'bridge_worker',
  noun: 'worker',
  table: 'workers',
  id: 'BridgeWorkerID',
  fields: {
    ...RESIDENT_FIELDS,
    BridgeWorkerID: byServer('uuid'),
    UserID: byServer('uuid'),
    Secret: byServer('text'),
    Condition: byServer('text'),
    LastSeenAt: byServer('time'),
    LastMessage: byServer('text'),
    IPAddress: byServer('text'),
    ProvidedInfo: byServer('any'),
  },
  relations: RESIDENT_RELATIONS,
  defaults: () => ({}),
  check: (call, row, before) =>
    before ? row : { ...row, ...credentials(call.hub.secrets(), call.caller.user.UserID) },
  removing: (call, row) => {
    const [target] = call.hub.database.tables.targets.by('worker', row.BridgeWorkerID);
    if (target) throw badRequest(`worker ${row.Slug} has the target ${target.Slug}; delete that first`);
    call.hub.presence.cut(row.BridgeWorkerID);
    call.hub.pullers.cut(row.BridgeWorkerID);
  },
  extend: (call, row) => ({
    TargetCount: call.hub.database.tables.targets.count('worker', row.BridgeWorkerID),
  }),
  wire: (call, row) => ({
    ...toWire('BridgeWorker', row),
    Secret: row.Secret,
    Condition: 'Disconnected',
    ...call.hub.presence.stateOf(row.BridgeWorkerID, call.hub.now()),
  }),
};

function credentials(secret: string, userId: string) {
  return {
    Secret: secret,
    UserID: userId,
    LastSeenAt: ZERO_TIME,
    LastMessage: '',
    IPAddress: '',
    ProvidedInfo: null,
  };
}

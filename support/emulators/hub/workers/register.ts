import { newResident, touched } from '../entities/make';
import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import { nameKey } from '../store/tables';
import { TARGET } from '../targets/definition';
import type { Target } from '../targets/model';
import type { BridgeWorker, WorkerInfo } from './model';
import type { OfferedTarget } from './worker-info';

/** Notes what a worker told when it connected: itself, and a target in its space for each that it offers. */
export function register(
  call: Call,
  worker: BridgeWorker,
  info: WorkerInfo,
  targets: OfferedTarget[],
  address: string,
): void {
  call.hub.database.transact(() => {
    const seen = { ProvidedInfo: info, LastSeenAt: call.hub.now(), IPAddress: address };
    call.hub.database.put('workers', touched<BridgeWorker>(call, { ...worker, ...seen }));
    for (const offered of targets) registerTarget(call, worker, offered);
  });
}

function registerTarget(call: Call, worker: BridgeWorker, { Name, ...values }: OfferedTarget): void {
  const { spaces, targets } = call.hub.database.tables;
  const [existing] = targets.by('slug', nameKey(worker.SpaceID, Name));
  if (existing && existing.BridgeWorkerID !== worker.BridgeWorkerID)
    throw badRequest(`target ${Name} of this space belongs to another worker`);
  if (existing && existing.Parameters === values.Parameters) return;
  const space = spaces.get(worker.SpaceID);
  if (!space) throw badRequest(`the space of worker ${worker.Slug} is gone`);
  const target: Target = existing
    ? touched<Target>(call, { ...existing, ...values })
    : {
        ...newResident(call, 'Target', { Slug: Name }, space),
        TargetID: call.hub.ids(),
        BridgeWorkerID: worker.BridgeWorkerID,
        ...values,
      };
  call.hub.database.put('targets', TARGET.check?.(call, target, existing) ?? target);
}

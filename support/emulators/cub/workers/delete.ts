import type { Invocation } from '../invocation';
import { findWorker } from '../lookup/workers';
import { deletion } from '../output/deletion';
import { printDeleted } from '../output/results';

/** `cub worker delete`: one worker, or those that `--where` or `--worker` selects. */
export async function deleteWorkers(invocation: Invocation): Promise<void> {
  const done = await deletion(invocation, {
    noun: 'bridgeworker',
    flag: 'worker',
    path: '/bridge_worker',
    idField: 'BridgeWorkerID',
    include: 'SpaceID',
    argument: '<name>',
  });
  if (done) return;
  const name = invocation.args[0] as string;
  const { BridgeWorkerID } = await findWorker(invocation, name);
  await invocation.hub.delete(`/space/${invocation.space.id}/bridge_worker/${BridgeWorkerID}`);
  printDeleted(invocation, 'bridge_worker', name, BridgeWorkerID);
}

import type { Invocation } from '../invocation';
import { findTarget } from '../lookup/targets';
import { deletion } from '../output/deletion';
import { printDeleted } from '../output/results';

/** `cub target delete`: one target, or those that `--where` or `--target` selects. */
export async function deleteTargets(invocation: Invocation): Promise<void> {
  const done = await deletion(invocation, {
    noun: 'target',
    flag: 'target',
    path: '/target',
    idField: 'TargetID',
    include: 'SpaceID,BridgeWorkerID',
  });
  if (done) return;
  const name = invocation.args[0] as string;
  const { Target: target } = await findTarget(invocation, name);
  await invocation.hub.delete(`/space/${invocation.space.id}/target/${target.TargetID}`);
  printDeleted(invocation, 'target', name, target.TargetID);
}

import { messageOf } from '../cluster/errors';
import { type KubeObject, nameOf } from '../cluster/kube-object';
import { parseObjects } from '../cluster/manifests';
import { inOrder } from '../cluster/order';
import { inventoryOf } from './inventory';
import { withNamespaces } from './namespaces';
import { type OperationContext, timestamp } from './operation';
import { decode } from './report';
import { poll } from './wait';

/** Deletes a unit's objects, with those that earlier revisions left, and waits until they are gone. */
export async function destroy(context: OperationContext): Promise<void> {
  const { report, now, deadline } = context;
  let objects: KubeObject[];
  try {
    objects = await outOfCluster(context);
  } catch (error) {
    return report.end('Failed', 'DestroyFailed', `Failed to delete resources: ${messageOf(error)}`);
  }
  report.progress('Waiting for resources to be terminated...');
  try {
    await untilGone(context, objects);
  } catch (error) {
    deadline.signal.throwIfAborted();
    const message = `Failed to wait for resource termination: ${messageOf(error)}`;
    return report.end('Failed', 'DestroyWaitFailed', message);
  }
  const message = `Destroyed resources successfully at ${timestamp(now())}`;
  await report.end('Completed', 'DestroyCompleted', message, { liveState: '' });
}

async function outOfCluster({ operation, cluster, report }: OperationContext): Promise<KubeObject[]> {
  const objects = await withNamespaces(cluster, parseObjects(decode(operation.Data)));
  report.progress('Starting to destroy resources...');
  for (const object of inOrder(objects).reverse()) await cluster.remove(object);
  const inventory = await inventoryOf(cluster, operation.UnitID);
  await inventory.prune([]);
  return objects;
}

async function untilGone({ cluster, deadline }: OperationContext, objects: KubeObject[]): Promise<void> {
  let left = objects;
  const gone = await poll(async () => {
    const found = await Promise.all(left.map((object) => cluster.find(object)));
    left = left.filter((_, index) => found[index]);
    return left.length ? undefined : true;
  }, deadline);
  if (!gone) throw new Error(`${left.map(nameOf).join(', ')} termination timeout: still there`);
}

import { messageOf } from '../cluster/errors';
import type { KubeObject } from '../cluster/kube-object';
import { stripped } from '../cluster/live-state';
import { objectsToYaml, parseObjects } from '../cluster/manifests';
import { withNamespaces } from './namespaces';
import { type OperationContext, timestamp } from './operation';
import { untilReady } from './ready';
import { replaceInCluster } from './replace-in-cluster';
import { decode } from './report';

/**
 * Brings a unit's objects into the cluster, removes those that it no longer holds, and waits until all are ready.
 * Ends as ApplyCompleted with the live state, as ApplyFailed when the cluster refuses, as ApplyWaitFailed when the
 * objects do not become ready in time.
 */
export async function apply(context: OperationContext): Promise<void> {
  const { report, now } = context;
  let objects: KubeObject[];
  try {
    objects = await intoCluster(context);
  } catch (error) {
    context.deadline.signal.throwIfAborted();
    return report.end('Failed', 'ApplyFailed', `Failed to apply resources: ${messageOf(error)}`);
  }
  report.progress('Waiting for the applied resources...');
  try {
    const live = await untilReady(context.cluster, objects, context.deadline);
    const message = `Applied ${live.length} resources successfully at ${timestamp(now())}`;
    await report.end('Completed', 'ApplyCompleted', message, {
      liveState: objectsToYaml(live.map(stripped)),
    });
  } catch (error) {
    context.deadline.signal.throwIfAborted();
    await report.end('Failed', 'ApplyWaitFailed', `Failed to wait for resources: ${messageOf(error)}`);
  }
}

async function intoCluster({
  operation,
  cluster,
  report,
  deadline,
}: OperationContext): Promise<KubeObject[]> {
  const objects = await withNamespaces(cluster, parseObjects(decode(operation.Data)));
  report.progress('Starting to apply resources...');
  await replaceInCluster(cluster, operation.UnitID, objects, deadline);
  report.progress('Applying resources...');
  return objects;
}

import type { Cluster } from '../cluster/client';
import { ClusterError, messageOf } from '../cluster/errors';
import { type KubeObject, nameOf } from '../cluster/kube-object';
import { type Result, statusOf } from '../kstatus';
import { waitingFor } from '../kstatus/pod';
import { type Deadline, poll } from './wait';

interface Seen {
  object: KubeObject;
  live?: KubeObject;
  result: Result;
}

/** Objects that did not become ready. */
export class NotReady extends Error {}

/**
 * Waits until each object is what its spec asks for, and returns them as they are then, in the same order.
 *
 * @throws NotReady when one has failed, or time is up; its message says which, how far it is, and what its pods wait for
 */
export async function untilReady(
  cluster: Cluster,
  objects: KubeObject[],
  deadline: Deadline,
): Promise<KubeObject[]> {
  const seen: Seen[] = objects.map((object) => ({
    object,
    result: { status: 'InProgress', message: 'not looked at' },
  }));
  const ready = await poll(async () => {
    const open = seen.filter(({ result }) => result.status !== 'Current');
    await Promise.all(open.map((one) => look(cluster, one)));
    const settled = seen.every(({ result }) => result.status === 'Current');
    return settled || seen.some(({ result }) => result.status === 'Failed') ? settled : undefined;
  }, deadline);
  if (ready) return seen.map(({ live, object }) => live ?? object);
  throw new NotReady(await explain(cluster, seen, ready === undefined));
}

async function look(cluster: Cluster, one: Seen): Promise<void> {
  try {
    one.live = await cluster.get(one.object);
    one.result = statusOf(one.live);
  } catch (error) {
    // The cluster may be away for a moment, or the object not yet visible: the deadline decides.
    one.result = { status: 'InProgress', message: messageOf(error) };
  }
}

async function explain(cluster: Cluster, seen: Seen[], timedOut: boolean): Promise<string> {
  const open = seen.filter(({ result }) => result.status !== 'Current');
  const lines = await Promise.all(
    open.map(async ({ object, live, result }) => {
      const pods = live ? await podsWaitFor(cluster, live) : [];
      return `${nameOf(object)} status: '${result.status}': ${[result.message, ...pods].join('; ')}`;
    }),
  );
  return `${timedOut ? 'timeout waiting for' : 'failed early due to stalled resources'}: [${lines.join(', ')}]`;
}

async function podsWaitFor(cluster: Cluster, { spec, metadata }: KubeObject): Promise<string[]> {
  const labels = (spec?.selector as { matchLabels?: Record<string, string> } | undefined)?.matchLabels;
  if (!labels || !metadata.namespace) return [];
  const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  try {
    const pods = await cluster.list(
      { apiVersion: 'v1', kind: 'Pod' },
      metadata.namespace,
      selector.join(','),
    );
    return pods.flatMap((pod) => waitingFor(pod).map((reason) => `Pod ${pod.metadata.name} ${reason}`));
  } catch (error) {
    if (error instanceof ClusterError) return [`its pods cannot be listed: ${error.message}`];
    throw error;
  }
}

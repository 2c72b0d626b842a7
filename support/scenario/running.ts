import { deepEqual } from 'node:assert/strict';
import { kinds } from '../cluster/kinds';
import type { Tutorial } from '../tutorial/tutorial';

/** The service must run with so many replicas, all of them ready. */
export async function runsWith(
  { cluster }: Tutorial,
  namespace: string,
  service: string,
  replicas: number,
): Promise<void> {
  const { wanted, ready } = await cluster.settled(namespace, service);
  deepEqual({ namespace, service, wanted, ready }, { namespace, service, wanted: replicas, ready: replicas });
}

/** Scales a service behind ConfigHub's back, and waits until the cluster has done so. */
export async function scaleByHand(
  { cluster }: Tutorial,
  namespace: string,
  service: string,
  replicas: number,
): Promise<void> {
  await cluster.scale(namespace, service, replicas);
  await cluster.settled(namespace, service);
}

/** Deletes a namespace behind ConfigHub's back, and waits until it is gone. */
export async function loseNamespace({ cluster }: Tutorial, name: string): Promise<void> {
  await cluster.delete({ ...kinds.namespace, name });
  await cluster.become(kinds.namespace, undefined, `namespace ${name} to go away`, (all) =>
    all.every(({ metadata }) => metadata?.name !== name),
  );
}

/** What the running service says of one of its settings; undefined when it does not know it. */
export async function tells(
  { cluster }: Tutorial,
  namespace: string,
  service: string,
  setting: string,
): Promise<string | undefined> {
  await cluster.settled(namespace, service);
  const told = (await cluster.ask(namespace, service, '/config')) as Record<string, string>;
  return told[setting];
}

import { setTimeout as pause } from 'node:timers/promises';
import type { V1ObjectMeta } from '@kubernetes/client-node';
import { EnvironmentError } from '../failure';

const goneWithin = 120_000;

/**
 * Whether a namespace was made by scenarios under a prefix: by its name, and by the label that their units give it or
 * as that of a worker. One that somebody else gave a name alike is none of ours.
 */
export function isOwnNamespace(prefix: string, { name = '', labels }: V1ObjectMeta): boolean {
  if (!prefix || !name.startsWith(prefix)) return false;
  return labels?.['app.kubernetes.io/part-of'] === 'traderx' || name.endsWith('-worker');
}

interface Place {
  kubeconfig: string;
  context: string;
}

/** Asks a cluster to delete the namespaces of scenarios under a prefix, and does not wait until they are gone. */
export async function removeOwnNamespaces(place: Place, prefix: string): Promise<void> {
  const api = await namespacesOf(place);
  for (const { name, deletionTimestamp } of await api.own(prefix))
    if (!deletionTimestamp) await api.remove(name ?? '');
}

/**
 * Waits until no namespace of scenarios under a prefix is left: one that is ending takes nothing in, and its name cannot
 * be had again.
 *
 * @throws EnvironmentError that names what is still there
 */
export async function ownNamespacesGone(place: Place, prefix: string): Promise<void> {
  const api = await namespacesOf(place);
  for (const deadline = Date.now() + goneWithin; ; await pause(250)) {
    const left = await api.own(prefix);
    if (left.length === 0) return;
    if (Date.now() > deadline)
      throw new EnvironmentError(
        `Namespaces of an earlier run under ${prefix} were still there after ${goneWithin / 1000} s: ${left.map(({ name }) => name).join(', ')}.`,
      );
  }
}

async function namespacesOf({ kubeconfig, context }: Place) {
  const { CoreV1Api, KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  config.setCurrentContext(context);
  const api = config.makeApiClient(CoreV1Api);
  return {
    own: async (prefix: string) => {
      const all = (await api.listNamespace()).items.map(({ metadata = {} }) => metadata);
      return all.filter((metadata) => isOwnNamespace(prefix, metadata));
    },
    remove: (name: string) => api.deleteNamespace({ name }),
  };
}

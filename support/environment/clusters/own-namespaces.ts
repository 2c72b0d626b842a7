import type { V1ObjectMeta } from '@kubernetes/client-node';

/**
 * Whether a namespace was made by scenarios under a prefix: by its name, and by the label that their units give it or
 * as that of a worker. One that somebody else gave a name alike is none of ours.
 */
export function isOwnNamespace(prefix: string, { name = '', labels }: V1ObjectMeta): boolean {
  if (!prefix || !name.startsWith(prefix)) return false;
  return labels?.['app.kubernetes.io/part-of'] === 'traderx' || name.endsWith('-worker');
}

/** Asks a cluster to delete the namespaces of scenarios under a prefix, and does not wait until they are gone. */
export async function removeOwnNamespaces(
  { kubeconfig, context }: { kubeconfig: string; context: string },
  prefix: string,
): Promise<void> {
  const { CoreV1Api, KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  config.setCurrentContext(context);
  const api = config.makeApiClient(CoreV1Api);
  const { items } = await api.listNamespace();
  for (const { metadata = {} } of items)
    if (isOwnNamespace(prefix, metadata) && !metadata.deletionTimestamp)
      await api.deleteNamespace({ name: metadata.name ?? '' });
}

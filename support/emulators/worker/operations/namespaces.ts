import type { Cluster } from '../cluster/client';
import { isNotFound } from '../cluster/errors';
import type { KubeObject } from '../cluster/kube-object';

/** Objects with the namespace `default` where they need one and name none. A kind not known yet is left as it is. */
export function withNamespaces(cluster: Cluster, objects: KubeObject[]): Promise<KubeObject[]> {
  return Promise.all(
    objects.map(async (object) => {
      if (object.metadata.namespace || !(await needsNamespace(cluster, object))) return object;
      return { ...object, metadata: { ...object.metadata, namespace: 'default' } };
    }),
  );
}

async function needsNamespace(cluster: Cluster, object: KubeObject): Promise<boolean> {
  try {
    return await cluster.isNamespaced(object);
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

import type { KubeAccess } from './access';
import { isNotFound } from './errors';
import { type KubeRequest, kubeHttp } from './http';
import type { KubeObject } from './kube-object';
import { discoverResources, rootOf } from './resources';

/** The field manager under which ConfigHub's worker owns what it applies. */
export const fieldManager = 'confighub';

type Identified = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;

/** The few things that the worker does in a cluster. */
export interface Cluster {
  isNamespaced(object: Identified): Promise<boolean>;
  /** The object as it is now. @throws ClusterError 404 when it does not exist */
  get(object: Identified): Promise<KubeObject>;
  /** The object as it is now, or undefined when it, or its kind, does not exist. */
  find(object: Identified): Promise<KubeObject | undefined>;
  list(
    kind: Pick<KubeObject, 'apiVersion' | 'kind'>,
    namespace: string,
    labels: string,
  ): Promise<KubeObject[]>;
  /** Server-side apply, forced; with `dryRun` nothing is changed. */
  apply(object: KubeObject, options?: { dryRun?: boolean }): Promise<KubeObject>;
  /** Deletes in the background; one that does not exist is fine. With `uid`, only that very object. */
  remove(object: Identified, uid?: string): Promise<void>;
  close(): void;
}

export function openCluster(access: KubeAccess, pace = 1): Cluster {
  const http = kubeHttp(access, pace);
  const resources = discoverResources(http);
  const collection = async (kind: Pick<KubeObject, 'apiVersion' | 'kind'>, namespace?: string) => {
    const { name, namespaced } = await resources.of(kind);
    return `${rootOf(kind.apiVersion)}${namespaced && namespace ? `/namespaces/${encodeURIComponent(namespace)}` : ''}/${name}`;
  };
  const toObject = async (object: Identified, request: Omit<KubeRequest, 'path'>) => {
    const path = `${await collection(object, object.metadata.namespace)}/${encodeURIComponent(object.metadata.name)}`;
    return (await http.send({ ...request, path })) as KubeObject;
  };
  const get = (object: Identified) => toObject(object, { method: 'GET' });
  return {
    isNamespaced: async (object) => (await resources.of(object)).namespaced,
    get,
    find: (object) => orUndefined(get(object)),
    async list(kind, namespace, labels) {
      const query = { labelSelector: labels };
      const found = await http.send({ method: 'GET', path: await collection(kind, namespace), query });
      return (found as { items: KubeObject[] }).items;
    },
    apply: (object, { dryRun = false } = {}) =>
      toObject(object, {
        method: 'PATCH',
        query: { fieldManager, force: 'true', ...(dryRun && { dryRun: 'All' }) },
        contentType: 'application/apply-patch+yaml',
        body: object,
      }),
    async remove(object, uid) {
      const body = { propagationPolicy: 'Background', ...(uid && { preconditions: { uid } }) };
      await orUndefined(toObject(object, { method: 'DELETE', contentType: 'application/json', body }));
    },
    close: () => http.close(),
  };
}

async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

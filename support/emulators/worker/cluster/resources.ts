import { ClusterError, isNotFound } from './errors';
import type { KubeHttp } from './http';
import type { KubeObject } from './kube-object';

/** How the API serves a kind. */
export interface Resource {
  /** plural name, as in paths */
  name: string;
  kind: string;
  namespaced: boolean;
}

/** Finds how kinds are served, by discovery; what was found is kept. */
export interface Resources {
  /** @throws ClusterError when the cluster does not know the kind */
  of(object: Pick<KubeObject, 'apiVersion' | 'kind'>): Promise<Resource>;
}

export function discoverResources(http: KubeHttp): Resources {
  const known = new Map<string, Promise<Resource[]>>();
  const load = (apiVersion: string): Promise<Resource[]> => {
    const listed = list(http, apiVersion);
    known.set(apiVersion, listed);
    listed.catch(() => known.delete(apiVersion));
    return listed;
  };
  return {
    async of({ apiVersion, kind }) {
      const isIt = (resource: Resource) => resource.kind === kind && !resource.name.includes('/');
      const kept = await known.get(apiVersion);
      // A kind that was not there may have been defined since.
      const found = kept?.find(isIt) ?? (await load(apiVersion)).find(isIt);
      if (found) return found;
      throw new ClusterError(`no matches for kind "${kind}" in version "${apiVersion}"`, 404, 'NoKindMatch');
    },
  };
}

async function list(http: KubeHttp, apiVersion: string): Promise<Resource[]> {
  try {
    const found = await http.send({ method: 'GET', path: rootOf(apiVersion) });
    return (found as { resources: Resource[] }).resources;
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

/** The path below which an API version is served. */
export function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

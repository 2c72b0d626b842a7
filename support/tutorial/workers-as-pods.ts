import { parseAllDocuments } from 'yaml';
import type { Reference } from '../cluster/kinds';
import type { Tutorial, WorkerHost } from './tutorial';

interface Manifest {
  kind?: string;
  metadata: { name: string };
}

/** Installs workers into the cluster, from the manifests that `cub worker install --export` prints. */
export const workersAsPods: WorkerHost = {
  async start(tutorial: Tutorial, space: string): Promise<void> {
    const worker = tutorial.names.worker(space);
    tutorial.narrate(`The worker ${worker} is installed into the cluster, where it connects to ConfigHub.`);
    const manifests = await tutorial.cub.workers.manifests(space, worker, worker);
    await tutorial.cluster.apply(withBindingOfItsOwn(manifests, worker));
  },

  async stop(tutorial: Tutorial, space: string): Promise<void> {
    const worker = tutorial.names.worker(space);
    await tutorial.cluster.scale(worker, worker, 0);
  },
};

/** What gives a worker its rights; it belongs to no namespace, so it does not go with one. */
export function bindingOf(worker: string): Reference {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', name: `${worker}-admin` };
}

/**
 * The exported ClusterRoleBinding has the same name for every worker: a second worker would take the
 * rights of the first. Each gets one of its own.
 */
function withBindingOfItsOwn(manifests: string, worker: string): string {
  return parseAllDocuments(manifests)
    .map((document) => {
      const manifest = document.toJS() as Manifest | null;
      if (manifest?.kind === 'ClusterRoleBinding')
        document.setIn(['metadata', 'name'], bindingOf(worker).name);
      return document.toString();
    })
    .join('---\n');
}

import { type Document, parseAllDocuments } from 'yaml';
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

  stop: stopPod,
};

/** What pulls releases, as pods: in the place of workers, whose identity they have. */
export const pullersAsPods: WorkerHost = {
  async start(tutorial: Tutorial, space: string): Promise<void> {
    const worker = tutorial.names.worker(space);
    const there = await tutorial.cluster.rollout(worker, worker);
    if (there?.settled && there.wanted > 0) return;
    tutorial.narrate(`What pulls releases in the name of ${worker} is installed into the cluster.`);
    const manifests = await tutorial.cub.workers.manifests(space, worker, worker);
    await tutorial.cluster.apply(withBindingOfItsOwn(manifests, worker, pulling));
    await tutorial.cluster.settled(worker, worker);
  },

  async stop(tutorial: Tutorial, space: string): Promise<void> {
    const worker = tutorial.names.worker(space);
    await stopPod(tutorial, space);
    // ConfigHub, which would notice, was never told that it is there.
    await tutorial.cluster.settled(worker, worker);
  },
};

const PULLER = 'localhost/microtraderx/puller:embedded';

/** The worker's manifest, with a puller in its container. */
function pulling(document: Document, { kind }: Manifest): void {
  const container = ['spec', 'template', 'spec', 'containers', 0];
  if (kind !== 'Deployment') return;
  document.setIn([...container, 'image'], PULLER);
  document.setIn([...container, 'name'], 'puller');
}

async function stopPod(tutorial: Tutorial, space: string): Promise<void> {
  const worker = tutorial.names.worker(space);
  await tutorial.cluster.scale(worker, worker, 0);
}

/** What gives a worker its rights; it belongs to no namespace, so it does not go with one. */
export function bindingOf(worker: string): Reference {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', name: `${worker}-admin` };
}

/**
 * The exported ClusterRoleBinding has the same name for every worker: a second worker would take the
 * rights of the first. Each gets one of its own.
 */
function withBindingOfItsOwn(
  manifests: string,
  worker: string,
  change: (document: Document, manifest: Manifest) => void = () => undefined,
): string {
  return parseAllDocuments(manifests)
    .map((document) => {
      const manifest = document.toJS() as Manifest | null;
      if (manifest?.kind === 'ClusterRoleBinding')
        document.setIn(['metadata', 'name'], bindingOf(worker).name);
      if (manifest) change(document, manifest);
      return document.toString();
    })
    .join('---\n');
}

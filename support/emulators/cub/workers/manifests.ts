import type { BridgeWorker } from '../hub/entities';

type Manifest = Record<string, unknown>;

const ACCOUNT = 'confighub-worker';
const SECRET = 'confighub-worker-env';
const IMAGE = 'ghcr.io/confighubai/confighub-worker:latest';

interface Installation {
  worker: BridgeWorker;
  namespace: string;
  deploymentName: string;
  workerType: string;
  hostNetwork: boolean;
  includeSecret: boolean;
  env: Record<string, string>;
}

/** The Secret that the worker's pod takes its environment from. */
export function secretManifest(secret: string, namespace: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: SECRET, namespace },
    type: 'Opaque',
    stringData: { CONFIGHUB_WORKER_SECRET: secret },
  };
}

function deployment({
  deploymentName: app,
  namespace,
  workerType,
  hostNetwork,
  env,
}: Installation): Manifest {
  const container = {
    name: 'worker',
    image: IMAGE,
    imagePullPolicy: 'Always',
    args: [workerType],
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    envFrom: [{ secretRef: { name: SECRET } }],
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: app, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app } },
      template: {
        metadata: { labels: { app } },
        spec: {
          serviceAccountName: ACCOUNT,
          containers: [container],
          ...(hostNetwork ? { hostNetwork } : {}),
        },
      },
    },
  };
}

/** Namespace, ServiceAccount, ClusterRoleBinding, perhaps the Secret, and the Deployment of a worker. */
export function workerManifests(installation: Installation): Manifest[] {
  const { namespace, includeSecret, worker } = installation;
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: ACCOUNT, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: `${ACCOUNT}-admin` },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name: ACCOUNT, namespace }],
    },
    ...(includeSecret ? [secretManifest(worker.Secret ?? '', namespace)] : []),
    deployment(installation),
  ];
}

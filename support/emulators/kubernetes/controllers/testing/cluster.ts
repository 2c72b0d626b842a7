import { createManualClock, type ManualClock } from '../../clock/manual-clock';
import type { Image } from '../../images/model';
import { createPods } from '../../pods/kubelet';
import type { Kubelet } from '../../pods/kubelet-model';
import type { ClusterStore } from '../../store/cluster-store';
import type { KubeObject, KubeObjectInput } from '../../store/kube-object';
import type { Controllers } from '../controllers';
import type { Container, Pod } from '../objects/pod';
import type { Deployment, ReplicaSet } from '../objects/workloads';
import { startControllers } from '../start';
import { openTestStore } from './test-store';

/** A cluster for tests: memory, a clock that is moved by hand, the real controllers. */
export interface TestCluster {
  store: ClusterStore;
  clock: ManualClock;
  pods: Kubelet;
  controllers: Controllers;
  logged: string[];
  /** Lets everything that is due happen, and so many emulated milliseconds go by in steps of 100. */
  pass(milliseconds?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a cluster with the node `embedded` in it; `pace` is that of its clock. */
export async function startTestCluster({
  pace,
  ...options
}: {
  images?: readonly Image[];
  pace?: number;
} = {}): Promise<TestCluster> {
  const clock = createManualClock(undefined, pace);
  const { store, close } = await openTestStore(clock.now);
  const logged: string[] = [];
  const log = (line: string) => logged.push(line);
  const access = () => ({ server: 'https://127.0.0.1:6443', ca: 'CA', token: 'TOKEN' });
  const pods = createPods({ store, clock, access, log, ...options });
  const controllers = startControllers({ store, clock, pods, log });
  const pass = async (milliseconds = 0) => {
    await settle(store);
    for (let passed = 0; passed < milliseconds; passed += 100) {
      clock.advance(Math.min(100, milliseconds - passed));
      await settle(store);
    }
  };
  const stop = async () => {
    await controllers.stop();
    await close();
  };
  return { store, clock, pods, controllers, logged, pass, stop };
}

async function settle(store: ClusterStore): Promise<void> {
  let events = 1;
  const unsubscribe = store.subscribe(() => {
    events += 1;
  });
  let quiet = 0;
  while (quiet < 3) {
    const before = events;
    await new Promise((resolve) => setImmediate(resolve));
    quiet = events === before ? quiet + 1 : 0;
  }
  unsubscribe();
}

/** A Deployment of trade-service, with what tests change about it. */
export function deployment(
  spec: Partial<Deployment['spec']> = {},
  container: Partial<Container> = {},
): KubeObjectInput {
  const labels = { app: 'trade-service' };
  const env = [{ name: 'SERVICE_NAME', value: 'trade-service' }];
  const image = 'ghcr.io/finos/traderx/trade-service:v1';
  const template = {
    metadata: { labels },
    spec: {
      containers: [
        { name: 'app', image, env, ports: [{ name: 'http', containerPort: 18092 }], ...container },
      ],
    },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'trade-service', namespace: 'trading' },
    spec: { replicas: 3, selector: { matchLabels: labels }, template, ...spec },
  };
}

/** The Deployment of the tests as it is now. */
export function current(store: ClusterStore): Deployment {
  return store.get<Deployment>('deployments.apps', 'trade-service', 'trading') as Deployment;
}

/** Its pods. */
export function podsOf(store: ClusterStore): Pod[] {
  return store.list<Pod>('pods', 'trading');
}

/** Its ReplicaSets, oldest revision first. */
export function replicaSetsOf(store: ClusterStore): ReplicaSet[] {
  const revision = (set: ReplicaSet) =>
    Number(set.metadata.annotations?.['deployment.kubernetes.io/revision']);
  return store.list<ReplicaSet>('replicasets.apps', 'trading').sort((a, b) => revision(a) - revision(b));
}

/** What was told about objects of a kind, as `REASON message`. */
export function told(store: ClusterStore, kind: string): string[] {
  return store
    .list<KubeObject & { involvedObject: { kind: string }; reason: string; message: string }>('events')
    .filter((event) => event.involvedObject.kind === kind)
    .map(({ reason, message }) => `${reason} ${message}`);
}

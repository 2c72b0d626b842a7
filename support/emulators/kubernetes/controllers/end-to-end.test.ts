import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppsV1Api, CoreV1Api, KubeConfig, type V1Deployment } from '@kubernetes/client-node';
import { execa } from 'execa';
import { type RunningCluster, startCluster } from '../start';
import { deployment } from './testing/cluster';

const namespace = 'trading';
const name = 'trade-service';
const V2 = 'ghcr.io/finos/traderx/trade-service:v2';
const MISSING = 'ghcr.io/finos/traderx/trade-service:does-not-exist';

describe('workloads through the API server', function () {
  this.timeout(60_000);
  let state: string;
  let cluster: RunningCluster;
  let apps: AppsV1Api;
  let core: CoreV1Api;
  const logged: string[] = [];

  before(async () => {
    state = mkdtempSync(join(tmpdir(), 'cluster-'));
    cluster = await startCluster({ state, port: 0, pace: 50 }, (line) => logged.push(line));
    const config = new KubeConfig();
    config.loadFromFile(cluster.kubeconfig);
    apps = config.makeApiClient(AppsV1Api);
    core = config.makeApiClient(CoreV1Api);
    await core.createNamespace({ body: { metadata: { name: namespace } } });
    await until('the default service account', async () => {
      const accounts = await core.listNamespacedServiceAccount({ namespace });
      return { done: accounts.items.length > 0, seen: accounts.items.length };
    });
    const ports = [{ name: 'http', port: 80, targetPort: 18092 }];
    const body = { metadata: { name }, spec: { selector: { app: name }, ports } };
    await core.createNamespacedService({ namespace, body });
    const created = deployment({ replicas: 5 }) as unknown as V1Deployment;
    await apps.createNamespacedDeployment({ namespace, body: created });
    await rolledOut(5);
  });

  after(async () => {
    await cluster.stop();
    rmSync(state, { recursive: true });
    assert.deepEqual(logged, []);
  });

  async function until(what: string, look: () => Promise<{ done: boolean; seen: unknown }>): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (let last = await look(); !last.done; last = await look()) {
      assert.ok(Date.now() < deadline, `waiting for ${what}; last seen ${JSON.stringify(last.seen)}`);
    }
  }

  async function rolledOut(replicas: number): Promise<void> {
    await until(`${replicas} pods`, async () => {
      const { metadata, status } = await apps.readNamespacedDeployment({ namespace, name });
      const counts = [status?.replicas, status?.updatedReplicas, status?.availableReplicas];
      const observed = status?.observedGeneration === metadata?.generation;
      return { done: observed && counts.every((count) => count === replicas), seen: status };
    });
  }

  async function setImage(image: string): Promise<void> {
    const body = [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: image }];
    await apps.patchNamespacedDeployment({ namespace, name, body });
  }

  async function kubectl(...args: string[]) {
    return execa('kubectl', ['-n', namespace, ...args], {
      env: { KUBECONFIG: cluster.kubeconfig },
      reject: false,
    });
  }

  async function waitingReasons(): Promise<(string | undefined)[]> {
    const { items } = await core.listNamespacedPod({ namespace });
    return items.flatMap(
      (pod) => pod.status?.containerStatuses?.map((each) => each.state?.waiting?.reason) ?? [],
    );
  }

  it('come up, answer through the service proxy, and tell who manages them', async () => {
    const config = await core.connectGetNamespacedServiceProxyWithPath({
      namespace,
      name: `${name}:http`,
      path: 'config',
    });
    assert.match(JSON.stringify(config), /trade-service/);
    const { metadata } = await apps.readNamespacedDeployment({ namespace, name });
    assert.deepEqual(
      [metadata?.generation, metadata?.annotations?.['deployment.kubernetes.io/revision']],
      [1, '1'],
    );
  });

  it('are rolled forward', async () => {
    await setImage(V2);
    await rolledOut(5);
    const { items } = await core.listNamespacedPod({ namespace });
    const living = items.filter((pod) => !pod.metadata?.deletionTimestamp);
    assert.deepEqual(new Set(living.map((pod) => pod.spec?.containers[0]?.image)), new Set([V2]));
  });

  it('stand still on an image that cannot be pulled, and keep what runs', async () => {
    await setImage(MISSING);
    await until('ImagePullBackOff', async () => {
      const reasons = await waitingReasons();
      return { done: reasons.includes('ImagePullBackOff'), seen: reasons };
    });
    const { status } = await apps.readNamespacedDeployment({ namespace, name });
    assert.ok((status?.availableReplicas ?? 0) >= 4);
    await setImage(V2);
    await rolledOut(5);
  });

  it('show themselves to kubectl: rollout, describe, logs, undo', async function () {
    if ((await execa('kubectl', ['version', '--client'], { reject: false })).failed) this.skip();
    const described = await kubectl('describe', 'deployment', name);
    assert.match(
      described.stdout,
      /Replicas:\s+5 desired \| 5 updated \| 5 total \| 5 available \| 0 unavailable/,
    );
    assert.match(
      described.stdout,
      /ScalingReplicaSet .* Scaled up replica set trade-service-\w+ from 0 to 5/,
    );
    assert.match(
      (await kubectl('rollout', 'status', `deployment/${name}`)).stdout,
      /successfully rolled out/,
    );
    assert.match(
      (await kubectl('logs', `deployment/${name}`)).stdout,
      /trade-service listens on :18092, :9090/,
    );
    const pods = await kubectl('describe', '--show-events', 'pods');
    const events = pods.stdout.split('\n').filter((line) => /^ +(Normal|Warning) /.test(line));
    for (const reason of ['Scheduled', 'Pulled', 'Created', 'Started']) {
      const told = events.some((line) => line.trim().split(/ +/)[1] === reason);
      assert.ok(told, `no ${reason} among the events:\n${events.join('\n')}\n${pods.stderr}`);
    }
    assert.match(
      (await kubectl('rollout', 'undo', `deployment/${name}`, '--to-revision=1')).stdout,
      /rolled back/,
    );
    await rolledOut(5);
    const { spec } = await apps.readNamespacedDeployment({ namespace, name });
    assert.equal(spec?.template.spec?.containers[0]?.image, 'ghcr.io/finos/traderx/trade-service:v1');
  });

  it('are scaled and deleted with all that belongs to them', async () => {
    await apps.patchNamespacedDeploymentScale({
      namespace,
      name,
      body: [{ op: 'replace', path: '/spec/replicas', value: 2 }],
    });
    await rolledOut(2);
    await apps.deleteNamespacedDeployment({ namespace, name });
    await until('nothing left', async () => {
      const pods = (await core.listNamespacedPod({ namespace })).items.length;
      const sets = (await apps.listNamespacedReplicaSet({ namespace })).items.length;
      return { done: pods + sets === 0, seen: { pods, sets } };
    });
  });
});

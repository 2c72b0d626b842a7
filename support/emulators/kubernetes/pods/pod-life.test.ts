import assert from 'node:assert/strict';
import type { Container, Pod, PodSpec } from '../controllers/objects/pod';
import { startTestCluster, type TestCluster, told } from '../controllers/testing/cluster';
import { commonImages } from '../images/common';
import type { Image, ProgramContext } from '../images/model';
import { traderxImages } from '../images/traderx';

describe('life of a pod', () => {
  let cluster: TestCluster;
  let started: ProgramContext[];
  let stopped: number;

  /** An image whose program does what the test lets it do. */
  const puppet: Image = {
    isRepository: (repository) => repository === 'example.com/puppet',
    hasTag: () => true,
    program: (context) => {
      started.push(context);
      const stop = async () => {
        stopped += 1;
      };
      return { listens: [8080], answer: () => ({ status: 200, headers: {}, body: 'puppet' }), stop };
    },
  };

  beforeEach(async () => {
    started = [];
    stopped = 0;
    cluster = await startTestCluster({ images: [traderxImages, commonImages, puppet] });
  });
  afterEach(async () => {
    assert.deepEqual(cluster.logged, []);
    await cluster.stop();
  });

  function run(container: Partial<Container> = {}, spec: Partial<PodSpec> = {}) {
    const containers = [{ name: 'app', image: 'nginx:1.27', ...container }];
    const metadata = { name: 'one', namespace: 'trading', labels: { app: 'one' } };
    cluster.store.create({ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers, ...spec } });
  }
  const pod = () => cluster.store.get<Pod>('pods', 'one', 'trading') as Pod;
  const app = () => pod().status?.containerStatuses?.[0];
  const ready = () => pod().status?.conditions?.find(({ type }) => type === 'Ready')?.status;

  it('is scheduled, pulls, starts, becomes ready after a moment and tells so', async () => {
    run();
    await cluster.pass();
    assert.equal(pod().spec.nodeName, 'embedded');
    assert.equal(pod().status?.phase, 'Pending');
    assert.deepEqual(app()?.state, { waiting: { reason: 'ContainerCreating' } });
    await cluster.pass(900);
    assert.equal(pod().status?.phase, 'Running');
    assert.equal(ready(), 'False');
    await cluster.pass(1_100);
    assert.equal(ready(), 'True');
    assert.match(pod().status?.podIP ?? '', /^10\.244\.\d+\.\d+$/);
    assert.match(app()?.imageID ?? '', /^docker\.io\/library\/nginx@sha256:[0-9a-f]{64}$/);
    assert.deepEqual(
      told(cluster.store, 'Pod')
        .map((line) => line.split(' ')[0])
        .sort(),
      ['Created', 'Pulled', 'Pulling', 'Scheduled', 'Started'],
    );
  });

  it('respects the delay and the period of a readiness probe', async () => {
    const env = [{ name: 'SERVICE_NAME', value: 'trade-service' }];
    const image = 'ghcr.io/finos/traderx/trade-service:v1';
    const httpGet = { path: '/actuator/health', port: 18092 };
    run({ image, env, readinessProbe: { httpGet, initialDelaySeconds: 12, periodSeconds: 5 } });
    await cluster.pass(15_000);
    assert.equal(ready(), 'False');
    await cluster.pass(1_000);
    assert.equal(ready(), 'True');
  });

  it('is never ready when its readiness probe asks for what is not there, and says why', async () => {
    const env = [{ name: 'SERVICE_NAME', value: 'trade-service' }];
    const image = 'ghcr.io/finos/traderx/trade-service:v1';
    run({ image, env, readinessProbe: { httpGet: { path: '/healthz', port: 18092 } } });
    await cluster.pass(60_000);
    assert.equal(ready(), 'False');
    assert.ok(
      told(cluster.store, 'Pod').includes(
        'Unhealthy Readiness probe failed: HTTP probe failed with statuscode: 404',
      ),
    );
  });

  it('restarts a container whose liveness probe fails', async () => {
    run({
      image: 'example.com/puppet',
      livenessProbe: { tcpSocket: { port: 9 }, periodSeconds: 5, failureThreshold: 2 },
    });
    await cluster.pass(10_000);
    assert.equal(app()?.restartCount, 1);
    assert.equal(app()?.lastState.terminated?.exitCode, 137);
    assert.equal(stopped, 1);
  });

  it('alternates between ErrImagePull and ImagePullBackOff while the image cannot be pulled', async () => {
    run({ image: 'ghcr.io/finos/traderx/trade-service:does-not-exist' });
    const reasons: string[] = [];
    for (let second = 0; second < 60; second++) {
      await cluster.pass(1_000);
      const reason = app()?.state.waiting?.reason ?? 'none';
      if (reasons.at(-1) !== reason) reasons.push(reason);
    }
    assert.deepEqual(reasons.slice(0, 5), [
      'ErrImagePull',
      'ImagePullBackOff',
      'ErrImagePull',
      'ImagePullBackOff',
      'ErrImagePull',
    ]);
    assert.equal(pod().status?.phase, 'Pending');
    const lines = told(cluster.store, 'Pod');
    assert.ok(lines.some((line) => /^Failed Failed to pull image .*: not found$/.test(line)));
    assert.ok(lines.includes('Failed Error: ErrImagePull'));
    assert.ok(
      lines.includes('BackOff Back-off pulling image "ghcr.io/finos/traderx/trade-service:does-not-exist"'),
    );
  });

  it('waits with CreateContainerConfigError until the Secret is there', async () => {
    run({ envFrom: [{ secretRef: { name: 'keys' } }] });
    await cluster.pass(2_000);
    assert.deepEqual(app()?.state, {
      waiting: { reason: 'CreateContainerConfigError', message: 'secret "keys" not found' },
    });
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'keys', namespace: 'trading' },
    });
    await cluster.pass(12_000);
    assert.equal(ready(), 'True');
  });

  it('waits in ContainerCreating until the ConfigMap of a volume is there', async () => {
    const volumeMounts = [{ name: 'settings', mountPath: '/settings' }];
    const unused = { name: 'unused', secret: { secretName: 'absent' } };
    run({ volumeMounts }, { volumes: [unused, { name: 'settings', configMap: { name: 'settings' } }] });
    await cluster.pass(5_000);
    assert.deepEqual(app()?.state, { waiting: { reason: 'ContainerCreating' } });
    const expected =
      'FailedMount MountVolume.SetUp failed for volume "settings" : configmap "settings" not found';
    assert.ok(told(cluster.store, 'Pod').includes(expected));
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'trading' },
    });
    await cluster.pass(10_000);
    assert.equal(ready(), 'True');
  });

  it('restarts a container that ends, ever later, and keeps the log of the run before', async () => {
    run({ image: 'example.com/puppet' });
    await cluster.pass(2_000);
    started[0]?.log('first run');
    started[0]?.exit(3);
    await cluster.pass(2_000);
    assert.deepEqual([app()?.restartCount, app()?.lastState.terminated?.exitCode], [1, 3]);
    started[1]?.log('second run');
    started[1]?.exit(1);
    await cluster.pass();
    assert.equal(app()?.state.waiting?.reason, 'CrashLoopBackOff');
    assert.match(
      app()?.state.waiting?.message ?? '',
      /^back-off 10s restarting failed container=app pod=one_trading\(/,
    );
    assert.equal(pod().status?.phase, 'Running');
    await cluster.pass(9_000);
    assert.equal(started.length, 2);
    await cluster.pass(2_000);
    assert.equal(started.length, 3);
    const log = (previous: boolean) => cluster.pods.log({ namespace: 'trading', pod: 'one', previous }).text;
    assert.equal(log(true), 'second run\n');
    assert.equal(log(false), '');
  });

  it('ends as Failed or Succeeded when it is not to be restarted', async () => {
    run({ image: 'example.com/puppet' }, { restartPolicy: 'Never' });
    await cluster.pass(2_000);
    started[0]?.exit(1);
    await cluster.pass(30_000);
    assert.equal(pod().status?.phase, 'Failed');
    assert.equal(started.length, 1);
  });

  it('ends gracefully when deleted, with its program', async () => {
    run({ image: 'example.com/puppet' });
    await cluster.pass(2_000);
    cluster.store.delete('pods', 'one', 'trading');
    await cluster.pass(900);
    assert.notEqual(pod(), undefined);
    assert.equal(stopped, 1);
    await cluster.pass(200);
    assert.equal(pod(), undefined);
    assert.ok(told(cluster.store, 'Pod').includes('Killing Stopping container app'));
  });

  it('runs on after a restore with a new program, ready at once', async () => {
    run({ image: 'example.com/puppet' });
    await cluster.pass(2_000);
    const before = pod().status;
    cluster.controllers.resync();
    await cluster.pass();
    assert.deepEqual([started.length, stopped], [2, 1]);
    assert.deepEqual(pod().status, before);
  });

  it('stays Pending and says why when no node carries the labels that it asks for', async () => {
    run({}, { nodeSelector: { disk: 'ssd' } });
    await cluster.pass(1_000);
    const condition = pod().status?.conditions?.find(({ type }) => type === 'PodScheduled');
    assert.deepEqual([condition?.status, condition?.reason], ['False', 'Unschedulable']);
    assert.match(condition?.message ?? '', /^0\/1 nodes are available: 1 node\(s\) didn't match/);
  });
});

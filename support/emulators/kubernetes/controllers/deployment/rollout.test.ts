import assert from 'node:assert/strict';
import type { ClusterStore } from '../../store/cluster-store';
import type { Deployment } from '../objects/workloads';
import {
  current,
  deployment,
  podsOf,
  replicaSetsOf,
  startTestCluster,
  type TestCluster,
  told,
} from '../testing/cluster';

describe('rollout of a Deployment', () => {
  let cluster: TestCluster;
  let store: ClusterStore;

  beforeEach(async () => {
    cluster = await startTestCluster();
    store = cluster.store;
  });
  afterEach(() => cluster.stop());

  const condition = (type: string) => current(store).status?.conditions?.find((each) => each.type === type);
  const change = (spec: Partial<Deployment['spec']>, container = {}) => {
    const { spec: before, ...rest } = current(store);
    const next = deployment(spec, container).spec as Deployment['spec'];
    const template = Object.keys(container).length > 0 ? next.template : before.template;
    store.update({ ...rest, spec: { ...before, ...spec, template } });
  };

  it('brings all pods up, tells its counters, conditions and revision', async () => {
    store.create(deployment({ replicas: 5 }));
    await cluster.pass();
    assert.equal(condition('Progressing')?.reason, 'ReplicaSetUpdated');
    assert.equal(condition('Available')?.status, 'False');
    await cluster.pass(3_000);
    const { conditions, ...counters } = current(store).status ?? {};
    assert.deepEqual(counters, {
      observedGeneration: 1,
      replicas: 5,
      updatedReplicas: 5,
      readyReplicas: 5,
      availableReplicas: 5,
      terminatingReplicas: 0,
    });
    assert.deepEqual(conditions?.map(({ type, status, reason }) => `${type}=${status} ${reason}`).sort(), [
      'Available=True MinimumReplicasAvailable',
      'Progressing=True NewReplicaSetAvailable',
    ]);
    assert.equal(current(store).metadata.annotations?.['deployment.kubernetes.io/revision'], '1');
    const [set] = replicaSetsOf(store);
    assert.deepEqual(told(store, 'Deployment'), [
      `ScalingReplicaSet Scaled up replica set ${set?.metadata.name} from 0 to 5`,
    ]);
    assert.equal(told(store, 'ReplicaSet').length, 5);
  });

  it('replaces pods step by step and keeps the old ReplicaSet without pods', async () => {
    store.create(deployment({ replicas: 4 }));
    await cluster.pass(3_000);
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:v2' });
    await cluster.pass();
    assert.deepEqual(
      replicaSetsOf(store).map(({ spec }) => spec.replicas),
      [3, 2],
    );
    await cluster.pass(20_000);
    assert.deepEqual(
      replicaSetsOf(store).map(({ spec }) => spec.replicas),
      [0, 4],
    );
    assert.equal(current(store).metadata.annotations?.['deployment.kubernetes.io/revision'], '2');
    assert.equal(condition('Progressing')?.reason, 'NewReplicaSetAvailable');
    assert.ok(podsOf(store).every(({ spec }) => spec.containers[0]?.image.endsWith(':v2')));
  });

  it('goes back to an earlier template under a new revision, as kubectl rollout undo does', async () => {
    store.create(deployment());
    await cluster.pass(3_000);
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:v2' });
    await cluster.pass(20_000);
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:v1' });
    await cluster.pass(20_000);
    assert.equal(replicaSetsOf(store).length, 2);
    assert.equal(replicaSetsOf(store)[1]?.metadata.annotations?.['deployment.kubernetes.io/revision'], '3');
    assert.equal(
      replicaSetsOf(store)[1]?.metadata.annotations?.['deployment.kubernetes.io/revision-history'],
      '1',
    );
    assert.ok(podsOf(store).every(({ spec }) => spec.containers[0]?.image.endsWith(':v1')));
  });

  it('stands still when the image cannot be pulled, keeps the old pods and misses its deadline', async () => {
    store.create(deployment({ progressDeadlineSeconds: 60 }));
    await cluster.pass(3_000);
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:does-not-exist' });
    await cluster.pass(59_000);
    assert.notEqual(condition('Progressing')?.reason, 'ProgressDeadlineExceeded');
    await cluster.pass(3_000);
    assert.deepEqual(
      [condition('Progressing')?.status, condition('Progressing')?.reason],
      ['False', 'ProgressDeadlineExceeded'],
    );
    assert.equal(current(store).status?.availableReplicas, 3);
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:v1' });
    await cluster.pass(5_000);
    assert.equal(condition('Progressing')?.reason, 'NewReplicaSetAvailable');
    assert.equal(podsOf(store).length, 3);
  });

  it('has its full time for each of several rollouts within one second of the wall clock', async () => {
    await cluster.stop();
    cluster = await startTestCluster({ pace: 100 });
    store = cluster.store;
    store.create(deployment({ progressDeadlineSeconds: 15 }));
    const reasons = new Set<string | undefined>();
    store.subscribe(() => void reasons.add(condition('Progressing')?.reason));
    for (const version of ['v1', 'v2', 'v1', 'v2', 'v1', 'v2']) {
      change({}, { image: `ghcr.io/finos/traderx/trade-service:${version}` });
      await cluster.pass(10_000);
    }
    assert.ok(reasons.has('NewReplicaSetAvailable'));
    assert.ok(!reasons.has('ProgressDeadlineExceeded'), `it went through ${[...reasons].join(', ')}`);
  });

  it('waits for the last old pod to go before the first new one comes when told to recreate', async () => {
    store.create(deployment({ strategy: { type: 'Recreate' } }));
    await cluster.pass(3_000);
    let mixed = false;
    const unsubscribe = store.subscribe(() => {
      mixed ||= new Set(podsOf(store).map(({ spec }) => spec.containers[0]?.image)).size > 1;
    });
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:v2' });
    await cluster.pass(10_000);
    unsubscribe();
    assert.equal(mixed, false);
    assert.equal(current(store).status?.updatedReplicas, 3);
  });

  it('scales without a rollout, also in the middle of one, in proportion', async () => {
    store.create(
      deployment({ replicas: 10, strategy: { rollingUpdate: { maxSurge: 3, maxUnavailable: 2 } } }),
    );
    await cluster.pass(3_000);
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:missing' });
    await cluster.pass(1_000);
    assert.deepEqual(
      replicaSetsOf(store).map(({ spec }) => spec.replicas),
      [8, 5],
    );
    change({ replicas: 15 });
    await cluster.pass(1_000);
    assert.deepEqual(
      replicaSetsOf(store).map(({ spec }) => spec.replicas),
      [11, 7],
    );
  });

  it('does nothing while paused, and goes on afterwards', async () => {
    store.create(deployment());
    await cluster.pass(3_000);
    change({ paused: true }, { image: 'ghcr.io/finos/traderx/trade-service:v2' });
    await cluster.pass(3_000);
    assert.equal(replicaSetsOf(store).length, 1);
    assert.equal(condition('Progressing')?.reason, 'DeploymentPaused');
    change({ paused: false });
    await cluster.pass(20_000);
    assert.equal(current(store).status?.updatedReplicas, 3);
    assert.equal(condition('Progressing')?.reason, 'NewReplicaSetAvailable');
  });

  it('counts a pod as available only after minReadySeconds', async () => {
    store.create(deployment({ minReadySeconds: 10 }));
    await cluster.pass(5_000);
    assert.deepEqual(
      [current(store).status?.readyReplicas, current(store).status?.availableReplicas],
      [3, undefined],
    );
    await cluster.pass(10_000);
    assert.equal(current(store).status?.availableReplicas, 3);
  });

  it('keeps as many old ReplicaSets as the history has room for', async () => {
    store.create(deployment({ replicas: 1, revisionHistoryLimit: 2 }));
    for (const tag of ['v2', 'v3', 'v4', 'v5']) {
      await cluster.pass(5_000);
      change({}, { image: `ghcr.io/finos/traderx/trade-service:${tag}` });
    }
    await cluster.pass(5_000);
    const revisions = replicaSetsOf(store).map(
      (set) => set.metadata.annotations?.['deployment.kubernetes.io/revision'],
    );
    assert.deepEqual(revisions, ['3', '4', '5']);
  });

  it('replaces a pod that was deleted', async () => {
    store.create(deployment());
    await cluster.pass(3_000);
    const [victim] = podsOf(store);
    store.delete('pods', victim?.metadata.name ?? '', 'trading');
    await cluster.pass(5_000);
    assert.equal(current(store).status?.availableReplicas, 3);
    assert.ok(!podsOf(store).some(({ metadata }) => metadata.uid === victim?.metadata.uid));
  });

  it('picks everything up after a restore: ready pods are ready at once, an unfinished rollout goes on', async () => {
    store.create(deployment());
    await cluster.pass(3_000);
    change({}, { image: 'ghcr.io/finos/traderx/trade-service:v2' });
    await cluster.pass(300);
    cluster.controllers.resync();
    await cluster.pass();
    assert.ok((current(store).status?.availableReplicas ?? 0) >= 2);
    await cluster.pass(20_000);
    assert.equal(current(store).status?.updatedReplicas, 3);
    assert.deepEqual(cluster.logged, []);
  });
});

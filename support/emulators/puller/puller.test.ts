import assert from 'node:assert/strict';
import type { Space } from '../hub/spaces/model';
import type { Target } from '../hub/targets/model';
import { encode, makeSpace, unitPath } from '../hub/testing/fixtures';
import { HubUnderTest } from '../hub/testing/hub-under-test';
import type { Unit } from '../hub/units/model';
import type { BridgeWorker } from '../hub/workers/model';
import type { Worker } from '../worker/index';
import { FakeCluster, failure } from '../worker/testing/fake-cluster';
import { startPuller } from './index';

const configMap = (name: string, market: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {market: ${market}}\n`;

describe('a puller', () => {
  const hub = new HubUnderTest();
  let cluster: FakeCluster;
  let puller: Worker;
  let space: Space;
  let worker: BridgeWorker;
  let unit: Unit;
  let lines: string[];
  let heard: () => void = () => undefined;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    lines = [];
    cluster = await FakeCluster.start();
    space = await makeSpace(hub, `s${++number}`);
    const at = `/space/${space.SpaceID}`;
    worker = await hub.do<BridgeWorker>('POST', `${at}/bridge_worker`, { Slug: 'w' });
    const { BridgeWorkerID } = worker;
    const target = await hub.do<Target>('POST', `${at}/target`, { Slug: 't', BridgeWorkerID });
    await hub.do('PATCH', at, { ReleaseTargetID: target.TargetID });
    const made = { Slug: 'u', TargetID: target.TargetID, Data: encode(configMap('trade', 'NYSE')) };
    unit = await hub.do<Unit>('POST', `${at}/unit`, made);
    puller = await start();
  });
  afterEach(async () => {
    await puller.stop();
    await cluster.stop();
  });

  const start = (every?: number) =>
    startPuller(
      {
        hubUrl: hub.url,
        workerPort: Number(new URL(hub.url).port),
        workerId: worker.BridgeWorkerID,
        workerSecret: worker.Secret,
        clusters: { server: cluster.url },
        inCluster: true,
        pace: 200,
        log: (line) => {
          lines.push(line);
          heard();
        },
      },
      every,
    );
  const publish = () => hub.do('POST', `/space/${space.SpaceID}/release`);
  const change = (data: string) => hub.do('PATCH', unitPath(unit), { Data: encode(data) });
  const said = async (words: RegExp): Promise<void> => {
    while (!lines.some((line) => words.test(line)))
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
  };
  const mapName = () => `ConfigMap/kube-system/confighub-release-${space.SpaceID}`;
  const toldIn = () => {
    const map = cluster.objects.get(mapName());
    assert(map, 'nothing is told');
    return map;
  };
  const told = () => {
    const { release, outcome, message } = toldIn().data as Record<string, string>;
    return [release, outcome, message];
  };
  const changedByHand = () =>
    cluster.change('ConfigMap/default/trade', (object) => {
      object.data = { market: 'changed by hand' };
    });
  const market = () => cluster.objects.get('ConfigMap/default/trade')?.data;
  const ask = (word: string) =>
    cluster.change(mapName(), ({ metadata }) => {
      metadata.annotations = { 'reconcile.fluxcd.io/requestedAt': word };
    });
  const names = () =>
    [...cluster.objects.keys()].filter((name) => name.startsWith('ConfigMap/default/')).sort();

  it('applies what is published, says so in the cluster, and removes what left the bundle', async () => {
    await publish();
    await said(/Release 1 of space s\d+ is applied/);
    assert.deepEqual(told(), ['1', 'Applied', '']);
    assert.deepEqual(names(), ['ConfigMap/default/trade']);
    await change(configMap('quotes', 'NYSE'));
    await publish();
    await said(/Release 2 of space s\d+ is applied/);
    assert.deepEqual(names(), ['ConfigMap/default/quotes']);
    assert.deepEqual(told(), ['2', 'Applied', '']);
  });

  it('applies the newest release when it comes later', async () => {
    await puller.stop();
    await publish();
    await change(configMap('trade', 'LSE'));
    await publish();
    puller = await start();
    await said(/Release 2 of space s\d+ is applied/);
    assert.ok(!lines.some((line) => line.includes('Release 1')));
    assert.deepEqual(cluster.objects.get('ConfigMap/default/trade')?.data, { market: 'LSE' });
  });

  it('does not apply again what the cluster has, when it comes again', async () => {
    await publish();
    await said(/Release 1 of space s\d+ is applied/);
    await puller.stop();
    changedByHand();
    lines = [];
    puller = await start();
    await said(/Release 1 of space s\d+ is applied/);
    assert.deepEqual(market(), { market: 'changed by hand' });
  });

  it('applies again what somebody has changed in the cluster, each time that it looks anew', async () => {
    await publish();
    await said(/Release 1 of space s\d+ is applied/);
    await puller.stop();
    changedByHand();
    lines = [];
    puller = await start(200);
    await said(/Release 1 of space s\d+ is applied/);
    lines = [];
    await said(/Release 1 of space s\d+ is applied/);
    assert.deepEqual(market(), { market: 'NYSE' });
    await change(configMap('trade', 'LSE'));
    await publish();
    await said(/Release 2 of space s\d+ is applied/);
    assert.deepEqual(market(), { market: 'LSE' });
  });

  it('applies a release again when the cluster asks for that, and says which request it answers', async () => {
    await publish();
    await said(/Release 1 of space s\d+ is applied/);
    changedByHand();
    lines = [];
    ask('now');
    await said(/Release 1 of space s\d+ is applied/);
    assert.deepEqual(market(), { market: 'NYSE' });
    assert.equal((toldIn().data as Record<string, string>).answers, 'now');
  });

  it('removes all that a release without units no longer holds, and nothing of others', async () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', uid: 'shop-1' } };
    cluster.objects.set('Namespace/shop', namespace);
    const others = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'confighub-inventory-other', namespace: 'kube-system' },
      data: { objects: '[]' },
    };
    cluster.objects.set('ConfigMap/kube-system/confighub-inventory-other', others);
    const inShop = configMap('trade', 'NYSE').replace('{name: trade}', '{name: trade, namespace: shop}');
    await change(inShop);
    await publish();
    await said(/Release 1 of space s\d+ is applied/);
    const owners = toldIn().metadata.ownerReferences;
    assert.deepEqual(
      owners?.map(({ name, uid }) => [name, uid]),
      [['shop', 'shop-1']],
    );
    await hub.do('PATCH', unitPath(unit), { TargetID: null });
    await publish();
    await said(/Release 2 of space s\d+ is applied/);
    assert.deepEqual(told(), ['2', 'Applied', '']);
    assert.deepEqual(toldIn().metadata.ownerReferences, owners);
    assert.deepEqual(
      [...cluster.objects.keys()].filter((name) => name.startsWith('ConfigMap/')).sort(),
      ['ConfigMap/kube-system/confighub-inventory-other', mapName()].sort(),
    );
  });

  it('says in the cluster what it refused, and tries again until it does not', async () => {
    let refusals = 2;
    cluster.faults.push((request) =>
      request.startsWith('PATCH ConfigMap/default') && refusals-- > 0
        ? failure(404, 'NotFound', 'namespaces "default" not found')
        : undefined,
    );
    await publish();
    await said(/ERROR.*Release 1 of space s\d+: ConfigMap\/default\/trade not found: namespaces "default"/);
    assert.deepEqual(told().slice(0, 2), ['1', 'Failed']);
    await said(/is applied/);
    assert.deepEqual(told(), ['1', 'Applied', '']);
  });

  it('gives a release up for a newer one', async () => {
    cluster.faults.push((request) =>
      request.startsWith('PATCH ConfigMap/default/bad') ? failure(403, 'Forbidden', 'no') : undefined,
    );
    await change(configMap('bad', 'NYSE'));
    await publish();
    await said(/ERROR.*Release 1 of space s\d+: ConfigMap\/default\/bad dry-run failed \(Forbidden\): no/);
    await change(configMap('trade', 'LSE'));
    await publish();
    await said(/Release 2 of space s\d+ is applied/);
    await puller.stop();
    assert.deepEqual(told(), ['2', 'Applied', '']);
  });
});

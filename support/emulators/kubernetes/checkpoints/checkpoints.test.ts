import assert from 'node:assert/strict';
import type { KubeObject } from '../store/kube-object';
import { TestCluster } from '../testing/cluster';
import { deployment } from '../testing/deployment';

const MAPS = '/api/v1/namespaces/default/configmaps';
const APPS = '/apis/apps/v1/namespaces/default/deployments';

describe('checkpoints', () => {
  let cluster: TestCluster;

  const names = async () =>
    (await cluster.ask<{ checkpoints: string[] }>('GET', '/emulator/checkpoints')).body.checkpoints;
  const maps = async () => {
    const { body } = await cluster.ask<{ items: KubeObject[] }>('GET', MAPS);
    return body.items.map(({ metadata }) => metadata.name).filter((name) => name !== 'kube-root-ca.crt');
  };
  const create = (name: string) => cluster.ask('POST', MAPS, { body: { metadata: { name } } });
  const ready = () =>
    cluster.until<{ status?: { readyReplicas?: number } }>(
      `${APPS}/web`,
      'a ready pod',
      ({ body }) => body.status?.readyReplicas === 1,
    );

  beforeEach(async () => {
    cluster = await TestCluster.start();
  });
  afterEach(() => cluster.stop());

  it('has the empty one from the start, and keeps it', async () => {
    assert.deepEqual(await names(), ['empty']);
    assert.equal((await cluster.ask('DELETE', '/emulator/checkpoints/empty')).status, 400);
  });

  it('goes back and forth between states', async () => {
    await create('a');
    await cluster.ask('POST', '/emulator/checkpoints/with-a');
    await create('b');
    await cluster.ask('POST', '/emulator/checkpoints/empty/restore');
    assert.deepEqual(await maps(), []);
    await cluster.ask('POST', '/emulator/checkpoints/with-a/restore');
    assert.deepEqual(await maps(), ['a']);
    await cluster.ask('DELETE', '/emulator/checkpoints/with-a');
    assert.deepEqual(await names(), ['empty']);
  });

  it('survives a restart, with the state that was restored last', async () => {
    await create('a');
    await cluster.ask('POST', '/emulator/checkpoints/with-a');
    await cluster.ask('POST', '/emulator/checkpoints/empty/restore');
    await cluster.ask('POST', '/emulator/checkpoints/with-a/restore');
    await cluster.stop(true);
    cluster = await TestCluster.start({ folder: cluster.folder });
    assert.deepEqual(await maps(), ['a']);
    assert.deepEqual(await names(), ['empty', 'with-a']);
  });

  it('brings Deployments back to life', async () => {
    await cluster.ask('POST', APPS, { body: deployment('web') });
    await ready();
    await cluster.ask('POST', '/emulator/checkpoints/deployed');
    await cluster.ask('DELETE', `${APPS}/web`);
    await cluster.ask('POST', '/emulator/checkpoints/deployed/restore');
    await ready();
    await cluster.ask('PATCH', `${APPS}/web`, {
      body: { spec: { replicas: 2 } },
      contentType: 'application/merge-patch+json',
    });
    await cluster.until<{ status?: { readyReplicas?: number } }>(
      `${APPS}/web`,
      'two pods',
      ({ body }) => body.status?.readyReplicas === 2,
    );
  });
});

import assert from 'node:assert/strict';
import type { Status } from '../status/api-error';
import type { KubeObject } from '../store/kube-object';
import { TestCluster } from '../testing/cluster';
import { deployment } from '../testing/deployment';

const MAPS = '/api/v1/namespaces/default/configmaps';
const APPS = '/apis/apps/v1/namespaces/default';

interface List {
  items: KubeObject[];
}

describe('what deletion brings about', () => {
  let cluster: TestCluster;

  const owner = async (name: string) =>
    (await cluster.ask('POST', MAPS, { body: { metadata: { name } } })).body;
  const dependent = (name: string, owners: KubeObject[], block = false) => {
    const ownerReferences = owners.map(({ metadata }) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: metadata.name,
      uid: metadata.uid,
      ...(block ? { blockOwnerDeletion: true } : {}),
    }));
    return cluster.ask('POST', MAPS, { body: { metadata: { name, ownerReferences } } });
  };
  const gone = (path: string) => cluster.until(path, 'its end', ({ status }) => status === 404);
  const get = async (name: string) => cluster.ask('GET', `${MAPS}/${name}`);

  before(async () => {
    cluster = await TestCluster.start();
  });
  beforeEach(() => cluster.ask('POST', '/emulator/checkpoints/empty/restore'));
  after(() => cluster.stop());

  it('takes along what the object owned', async () => {
    const a = await owner('a');
    await dependent('b', [a]);
    await cluster.ask('DELETE', `${MAPS}/a`);
    await gone(`${MAPS}/b`);
  });

  it('keeps what someone else owns as well, and drops the reference', async () => {
    const [a, c] = [await owner('a'), await owner('c')];
    await dependent('b', [a, c]);
    await cluster.ask('DELETE', `${MAPS}/a`);
    await cluster.until(`${MAPS}/b`, 'one owner', ({ body }) => body.metadata.ownerReferences?.length === 1);
    assert.equal((await get('b')).body.metadata.ownerReferences?.[0]?.name, 'c');
  });

  it('orphans when asked', async () => {
    const a = await owner('a');
    await dependent('b', [a]);
    await cluster.ask('DELETE', `${MAPS}/a?propagationPolicy=Orphan`);
    await gone(`${MAPS}/a`);
    assert.equal((await get('b')).body.metadata.ownerReferences, undefined);
  });

  it('deletes in the foreground: first what is owned, then the owner', async () => {
    const a = await owner('a');
    await dependent('b', [a], true);
    const hold = { metadata: { finalizers: ['test/hold'] } };
    const contentType = 'application/merge-patch+json';
    await cluster.ask('PATCH', `${MAPS}/b`, { body: hold, contentType });
    const { body } = await cluster.ask('DELETE', `${MAPS}/a?propagationPolicy=Foreground`);
    assert.deepEqual(body.metadata.finalizers, ['foregroundDeletion']);
    await cluster.until(`${MAPS}/b`, 'its deletion', (answer) =>
      Boolean(answer.body.metadata?.deletionTimestamp),
    );
    assert.equal((await get('a')).status, 200);
    await cluster.ask('PATCH', `${MAPS}/b`, { body: { metadata: { finalizers: null } }, contentType });
    await gone(`${MAPS}/b`);
    await gone(`${MAPS}/a`);
  });

  it('removes an object whose owner is not there', async () => {
    const a = await owner('a');
    await cluster.ask('DELETE', `${MAPS}/a`);
    await dependent('b', [a]);
    await gone(`${MAPS}/b`);
  });

  it('waits for finalizers, and takes no new ones', async () => {
    await cluster.ask('POST', MAPS, { body: { metadata: { name: 'a', finalizers: ['test/hold'] } } });
    const { body } = await cluster.ask('DELETE', `${MAPS}/a`);
    assert.ok(body.metadata.deletionTimestamp);
    const contentType = 'application/merge-patch+json';
    const more = { metadata: { finalizers: ['test/hold', 'test/more'] } };
    const refused = await cluster.ask<Status>('PATCH', `${MAPS}/a`, { body: more, contentType });
    assert.match(refused.body.message ?? '', /no new finalizers can be added if the object is being deleted/);
    await cluster.ask('PATCH', `${MAPS}/a`, { body: { metadata: { finalizers: [] } }, contentType });
    await gone(`${MAPS}/a`);
  });

  it('deletes a Deployment with its ReplicaSets and Pods', async () => {
    await cluster.ask('POST', `${APPS}/deployments`, { body: deployment('web', { replicas: 2 }) });
    await cluster.until<{ status?: { readyReplicas?: number } }>(
      `${APPS}/deployments/web`,
      'two ready pods',
      ({ body }) => body.status?.readyReplicas === 2,
    );
    await cluster.ask('DELETE', `${APPS}/deployments/web`);
    for (const path of [`${APPS}/replicasets`, '/api/v1/namespaces/default/pods']) {
      await cluster.until<List>(path, 'an empty list', ({ body }) => body.items.length === 0);
    }
  });

  it('empties a namespace, refuses new content meanwhile, and lets it be made anew', async () => {
    const make = () => cluster.ask('POST', '/api/v1/namespaces', { body: { metadata: { name: 'n' } } });
    const maps = '/api/v1/namespaces/n/configmaps';
    await make();
    await cluster.ask('POST', maps, { body: { metadata: { name: 'held', finalizers: ['test/hold'] } } });
    const { body } = await cluster.ask('DELETE', '/api/v1/namespaces/n');
    assert.deepEqual((body.status as { phase: string }).phase, 'Terminating');
    const refused = await cluster.ask<Status>('POST', maps, { body: { metadata: { name: 'new' } } });
    assert.equal(refused.status, 403);
    assert.equal(
      refused.body.message,
      'configmaps "new" is forbidden: unable to create new content in namespace n because it is being terminated',
    );
    assert.equal(refused.body.details?.causes?.[0]?.reason, 'NamespaceTerminating');
    await cluster.until('/api/v1/namespaces/n', 'its conditions', (answer) =>
      /SomeFinalizersRemain.*test\/hold in 1 resource instances/.test(JSON.stringify(answer.body.status)),
    );
    const contentType = 'application/merge-patch+json';
    await cluster.ask('PATCH', `${maps}/held`, { body: { metadata: { finalizers: null } }, contentType });
    await gone('/api/v1/namespaces/n');
    assert.equal((await make()).status, 201);
    await cluster.until(
      '/api/v1/namespaces/n/serviceaccounts/default',
      'its service account',
      ({ status }) => status === 200,
    );
  });

  it('deletes what is selected of a collection', async () => {
    for (const [name, app] of [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ]) {
      await cluster.ask('POST', MAPS, { body: { metadata: { name, labels: { app } } } });
    }
    await cluster.ask('DELETE', `${MAPS}?labelSelector=app%3Dx`);
    const { body } = await cluster.ask<List>('GET', MAPS);
    assert.deepEqual(
      body.items.map(({ metadata }) => metadata.name),
      ['b', 'kube-root-ca.crt'],
    );
  });
});

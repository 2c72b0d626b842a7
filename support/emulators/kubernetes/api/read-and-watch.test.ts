import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import type { KubeObject } from '../store/kube-object';
import { TestCluster } from '../testing/cluster';

const MAPS = '/api/v1/namespaces/default/configmaps';

interface List {
  kind: string;
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
  items: KubeObject[];
}

interface WatchEvent {
  type: string;
  object: KubeObject & { code?: number; reason?: string; message?: string };
}

/** The events of a watch, one after the other. */
async function* eventsOf(response: IncomingMessage): AsyncGenerator<WatchEvent> {
  let rest = '';
  for await (const chunk of response) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as WatchEvent;
  }
}

describe('lists and watches', () => {
  let cluster: TestCluster;

  const create = (name: string, labels: object = {}) =>
    cluster.ask('POST', MAPS, { body: { metadata: { name, labels } } });
  const list = async (query = '') => (await cluster.ask<List>('GET', `${MAPS}${query}`)).body;
  const names = ({ items }: List) =>
    items.map(({ metadata }) => metadata.name).filter((name) => name !== 'kube-root-ca.crt');
  const take = async (query: string, count: number): Promise<string[]> => {
    const response = await cluster.open('GET', `${MAPS}?watch=true&${query}`);
    const seen: string[] = [];
    for await (const { type, object } of eventsOf(response)) {
      if (object.metadata?.name === 'kube-root-ca.crt') continue;
      seen.push(`${type} ${object.metadata?.name ?? object.message}`);
      if (seen.length === count) break;
    }
    response.destroy();
    return seen;
  };

  before(async () => {
    cluster = await TestCluster.start({ historyLimit: 50 });
  });
  beforeEach(() => cluster.ask('POST', '/emulator/checkpoints/empty/restore'));
  after(() => cluster.stop());

  it('lists by name, with the version of the list', async () => {
    for (const name of ['b', 'c', 'a']) await create(name);
    const found = await list();
    assert.equal(found.kind, 'ConfigMapList');
    assert.deepEqual(names(found), ['a', 'b', 'c']);
    assert.ok(Number(found.metadata.resourceVersion) > 0);
  });

  it('selects by labels and fields', async () => {
    await create('a', { app: 'x', tier: 'web' });
    await create('b', { app: 'y' });
    await create('c', { tier: 'web' });
    const selected = async (selector: string) =>
      names(await list(`?labelSelector=${encodeURIComponent(selector)}`));
    assert.deepEqual(await selected('app=x'), ['a']);
    assert.deepEqual(await selected('app!=x,tier'), ['c']);
    assert.deepEqual(await selected('app in (x, y)'), ['a', 'b']);
    assert.deepEqual(await selected('app notin (x),!tier'), ['b']);
    assert.deepEqual(names(await list('?fieldSelector=metadata.name%3Db')), ['b']);
    assert.deepEqual(names(await list('?fieldSelector=metadata.name!%3Db')), ['a', 'c']);
  });

  it('pages through the list as it was at the first page', async () => {
    for (const name of ['a', 'b', 'c']) await create(name);
    const first = await list('?limit=2');
    assert.deepEqual([names(first), first.metadata.remainingItemCount], [['a', 'b'], 2]);
    await create('bb');
    const second = await list(`?limit=2&continue=${first.metadata.continue}`);
    assert.deepEqual(names(second), ['c']);
    assert.equal(second.metadata.resourceVersion, first.metadata.resourceVersion);
  });

  it('tells what happens after a version, in order', async () => {
    const { metadata } = await list();
    await create('a');
    await cluster.ask('PUT', `${MAPS}/a`, { body: { metadata: { name: 'a' }, data: { x: '1' } } });
    await cluster.ask('DELETE', `${MAPS}/a`);
    assert.deepEqual(await take(`resourceVersion=${metadata.resourceVersion}`, 3), [
      'ADDED a',
      'MODIFIED a',
      'DELETED a',
    ]);
  });

  it('begins with all that is there when no version is given', async () => {
    await create('a');
    await create('b');
    assert.deepEqual(await take('', 2), ['ADDED a', 'ADDED b']);
  });

  it('shows objects that come into a selection and leave it', async () => {
    const { metadata } = await list();
    const label = (app: string) =>
      cluster.ask('PUT', `${MAPS}/a`, { body: { metadata: { name: 'a', labels: { app } } } });
    await create('a', { app: 'other' });
    await label('x');
    await label('other');
    const seen = await take(`labelSelector=app%3Dx&resourceVersion=${metadata.resourceVersion}`, 2);
    assert.deepEqual(seen, ['ADDED a', 'DELETED a']);
  });

  it('ends the initial events with a bookmark when asked', async () => {
    await create('a');
    const query = 'sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan';
    const response = await cluster.open('GET', `${MAPS}?watch=true&${query}`);
    for await (const { type, object } of eventsOf(response)) {
      if (type !== 'BOOKMARK') continue;
      assert.equal(object.metadata.annotations?.['k8s.io/initial-events-end'], 'true');
      break;
    }
    response.destroy();
  });

  it('answers a forgotten version with a 410', async () => {
    const { metadata } = await list();
    for (let n = 0; n < 120; n += 1) {
      await cluster.ask('PUT', `${MAPS}/kube-root-ca.crt`, {
        body: { metadata: { name: 'kube-root-ca.crt' }, data: { n: String(n) } },
      });
    }
    const response = await cluster.open(
      'GET',
      `${MAPS}?watch=true&resourceVersion=${metadata.resourceVersion}`,
    );
    const { value: event } = (await eventsOf(response).next()) as { value?: WatchEvent };
    assert.deepEqual([event?.type, event?.object.code, event?.object.reason], ['ERROR', 410, 'Expired']);
    const exact = await cluster.ask(
      'GET',
      `${MAPS}?resourceVersion=${metadata.resourceVersion}&resourceVersionMatch=Exact`,
    );
    assert.equal(exact.status, 410);
  });

  it('cuts watches when a checkpoint is restored, and expires what was before', async () => {
    const { metadata } = await list();
    const response = await cluster.open(
      'GET',
      `${MAPS}?watch=true&resourceVersion=${metadata.resourceVersion}`,
    );
    const ended = assert.rejects(async () => {
      for await (const event of eventsOf(response)) assert.ok(event);
    }, /aborted/);
    await cluster.ask('POST', '/emulator/checkpoints/empty/restore');
    await ended;
    const after = await list();
    assert.ok(Number(after.metadata.resourceVersion) > Number(metadata.resourceVersion));
  });

  it('ends a watch after its timeout', async () => {
    const { metadata } = await list();
    const response = await cluster.open(
      'GET',
      `${MAPS}?watch=true&timeoutSeconds=1&resourceVersion=${metadata.resourceVersion}`,
    );
    for await (const event of eventsOf(response)) assert.ok(event);
    assert.equal(response.complete, true);
  });
});

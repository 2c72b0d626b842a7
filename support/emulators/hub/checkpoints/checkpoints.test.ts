import assert from 'node:assert/strict';
import { makeSpace } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import { WorkerUnderTest } from '../testing/worker-under-test';
import type { BridgeWorker } from '../workers/model';

const HEARTBEAT = {
  QueuedOperationID: '00000000-0000-0000-0000-000000000000',
  Action: 'Heartbeat',
  Status: 'Completed',
  Result: 'None',
};

describe('checkpoints', () => {
  const hub = new HubUnderTest();
  before(() => hub.start());
  after(() => hub.stop());

  const checkpoint = (method: string, path = '') => hub.ask(`/emulator/checkpoints${path}`, { method });
  const slugs = async () =>
    (await hub.do<Array<{ Space: { Slug: string } }>>('GET', '/space')).map((row) => row.Space.Slug);

  it('go back to the first start, and to what was saved, over a restart', async () => {
    await makeSpace(hub, 'a');
    await checkpoint('POST', '/with-a');
    await makeSpace(hub, 'b');
    assert.equal((await checkpoint('POST', '/empty/restore')).status, 200);
    assert.deepEqual(await slugs(), ['default']);
    await hub.restart();
    assert.deepEqual((await checkpoint('GET')).json, { checkpoints: ['empty', 'with-a'] });
    await checkpoint('POST', '/with-a/restore');
    assert.deepEqual(await slugs(), ['a', 'default']);
  });

  it('cut the streams of workers, as an outage would', async () => {
    const space = await makeSpace(hub, 'c');
    const row = await hub.do<BridgeWorker>('POST', `/space/${space.SpaceID}/bridge_worker`, { Slug: 'w' });
    const worker = new WorkerUnderTest(hub, row.BridgeWorkerID, row.Secret);
    await worker.open('t');
    await checkpoint('POST', '/nope/restore');
    assert.equal(worker.closed, false);
    await checkpoint('POST', '/with-a/restore');
    await worker.until(() => worker.closed, 'the stream to be cut');
    worker.close();
  });

  it('tell which workers of that time do not answer, over a restart', async () => {
    const space = await makeSpace(hub, 'd');
    const path = `/space/${space.SpaceID}/bridge_worker`;
    const row = await hub.do<BridgeWorker>('POST', path, { Slug: 'here' });
    await hub.do<BridgeWorker>('POST', path, { Slug: 'never-here' });
    const away = async (name: string) => (await checkpoint('GET', `/${name}/away`)).json;
    const connect = async () => {
      const worker = new WorkerUnderTest(hub, row.BridgeWorkerID, row.Secret);
      await worker.open('t');
      return worker;
    };
    await checkpoint('POST', '/nobody-here');
    const first = await connect();
    await checkpoint('POST', '/one-here');
    await hub.restart();
    await checkpoint('POST', '/one-here/restore');
    assert.deepEqual(await away('one-here'), { workers: ['here'] });
    assert.deepEqual(await away('nobody-here'), { workers: [] });
    const again = await connect();
    assert.deepEqual(await away('one-here'), { workers: ['here'] });
    await again.until(() => again.events.length > 0, 'a heartbeat');
    await again.send({ ...HEARTBEAT, Message: '' });
    assert.deepEqual(await away('one-here'), { workers: [] });
    first.close();
    again.close();
    for (const name of ['one-here', 'nobody-here']) await checkpoint('DELETE', `/${name}`);
  });

  it('refuse what is not there, strange names, and to touch the empty one', async () => {
    assert.equal((await checkpoint('POST', '/nope/restore')).status, 404);
    assert.equal((await checkpoint('GET', '/nope/away')).status, 404);
    assert.equal((await checkpoint('DELETE', '/nope')).status, 404);
    assert.equal((await checkpoint('POST', '/..%2Fx')).status, 400);
    assert.equal((await checkpoint('POST', '/empty')).status, 400);
    assert.equal((await checkpoint('DELETE', '/empty')).status, 400);
    assert.equal((await hub.ask('/emulator/checkpoints', { headers: { authorization: '' } })).status, 401);
  });

  it('a restore of nothing changes nothing', async () => {
    const before = await slugs();
    await checkpoint('POST', '/nope/restore');
    assert.deepEqual(await slugs(), before);
  });
});

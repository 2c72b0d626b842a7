import assert from 'node:assert/strict';
import type { Space } from '../spaces/model';
import type { Target } from '../targets/model';
import { makeSpace, where } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import { WorkerUnderTest } from '../testing/worker-under-test';
import type { BridgeWorker } from './model';

describe('workers', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let row: BridgeWorker;
  let worker: WorkerUnderTest;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    space = await makeSpace(hub, `s${++number}`);
    row = await hub.do<BridgeWorker>('POST', `/space/${space.SpaceID}/bridge_worker`, { Slug: 'w' });
    worker = new WorkerUnderTest(hub, row.BridgeWorkerID, row.Secret);
  });
  afterEach(() => worker.close());

  const listed = async () =>
    (
      await hub.do<Array<{ BridgeWorker: BridgeWorker & { Condition: string } }>>(
        'GET',
        `/space/${space.SpaceID}/bridge_worker`,
      )
    )[0]?.BridgeWorker;
  const targets = async () =>
    await hub.do<Array<{ Target: Target; BridgeWorker: BridgeWorker }>>(
      'GET',
      `/space/${space.SpaceID}/target?include=BridgeWorkerID`,
    );

  it('are Ready while their stream is open, and bring their targets', async () => {
    assert.equal((await listed())?.Condition, 'Disconnected');
    assert.equal(await worker.open('w-microtraderx'), 200);
    assert.equal((await listed())?.Condition, 'Ready');
    const [target] = await targets();
    assert.equal(target?.Target.Slug, 'w-microtraderx');
    assert.deepEqual(JSON.parse(target?.Target.Parameters ?? ''), {
      KubeContext: 'microtraderx',
      WaitTimeout: '2m0s',
    });
  });

  it('make no second target when they come again', async () => {
    await worker.open('t');
    const again = new WorkerUnderTest(hub, row.BridgeWorkerID, row.Secret);
    await again.open('t');
    await worker.until(() => worker.closed, 'the older stream to be closed');
    assert.equal((await targets()).length, 1);
    assert.equal((await listed())?.Condition, 'Ready');
    again.close();
  });

  it('are turned away with a wrong secret', async () => {
    const stranger = new WorkerUnderTest(hub, row.BridgeWorkerID, 'wrong-secret');
    assert.equal(await stranger.open('t'), 401);
    assert.deepEqual(await targets(), []);
    stranger.close();
  });

  it('are NotReady when they say so, and Unresponsive when they are silent for long', async () => {
    await worker.open('t');
    const heartbeat = {
      QueuedOperationID: '00000000-0000-0000-0000-000000000000',
      Action: 'Heartbeat',
      Status: 'Completed',
      Result: 'None',
    };
    assert.equal(await worker.send({ ...heartbeat, Message: 'MemoryPressure' }), 200);
    assert.equal((await listed())?.Condition, 'NotReady');
    hub.later(120_000);
    assert.equal((await listed())?.Condition, 'Unresponsive');
    await worker.send({ ...heartbeat, Message: '' });
    assert.equal((await listed())?.Condition, 'Ready');
  });

  it('show their secret as a worker, never as part of a target', async () => {
    await worker.open('t');
    assert.equal((await listed())?.Secret, row.Secret);
    assert.equal((await targets())[0]?.BridgeWorker.Secret, undefined);
    const me = await hub.ask(`/api/bridge_worker/${row.BridgeWorkerID}/me`, {
      headers: { authorization: `Bearer ${row.Secret}` },
    });
    assert.equal(me.text.includes(row.Secret), false);
  });

  it('are not deleted while a target needs them', async () => {
    await worker.open('t');
    const path = `/space/${space.SpaceID}/bridge_worker/${row.BridgeWorkerID}`;
    assert.match(await hub.refused(400, 'DELETE', path), /has the target t/);
    await hub.do('DELETE', `/target?${where(`SpaceID = '${space.SpaceID}'`)}`);
    await hub.do('DELETE', path);
    await worker.until(() => worker.closed, 'the stream to be closed');
  });
});

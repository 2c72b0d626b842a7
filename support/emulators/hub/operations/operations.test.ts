import assert from 'node:assert/strict';
import type { Space } from '../spaces/model';
import type { Target } from '../targets/model';
import {
  type BulkRow,
  DEPLOYMENT,
  encode,
  invoke,
  makeSpace,
  makeUnit,
  readUnit,
  unitPath,
  where,
} from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import { type WorkerEvent, WorkerUnderTest } from '../testing/worker-under-test';
import type { UnitEvent } from '../unit-events/model';
import type { Unit } from '../units/model';
import type { BridgeWorker } from '../workers/model';
import type { QueuedOperation } from './model';

describe('apply, destroy and refresh', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let unit: Unit;
  let worker: WorkerUnderTest;
  let row: BridgeWorker;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    space = await makeSpace(hub, `s${++number}`);
    unit = await makeUnit(hub, space, 'u');
    row = await hub.do<BridgeWorker>('POST', `/space/${space.SpaceID}/bridge_worker`, { Slug: 'w' });
    worker = new WorkerUnderTest(hub, row.BridgeWorkerID, row.Secret);
  });
  afterEach(() => worker.close());

  async function connected(): Promise<void> {
    await worker.open('t');
    const [found] = await hub.do<Array<{ Target: Target }>>('GET', `/space/${space.SpaceID}/target`);
    await hub.do('PATCH', unitPath(unit), { TargetID: found?.Target.TargetID });
  }
  const apply = (query = '') => hub.do<QueuedOperation>('POST', `${unitPath(unit)}/apply${query}`);
  const events = () => hub.do<UnitEvent[]>('GET', `${unitPath(unit)}/unit_event`);
  const complete = (event: WorkerEvent, Result = 'ApplyCompleted') =>
    worker.report(event, 'Completed', Result, {
      LiveState: encode('live'),
      TerminatedAt: '2026-01-01T00:00:01Z',
    });

  it('needs a target', async () => {
    assert.match(await hub.refused(400, 'POST', `${unitPath(unit)}/apply`), /unit u has no target/);
    assert.deepEqual(await events(), []);
  });

  it('sends the head to the worker and makes it live when the worker has done it', async () => {
    await connected();
    const operation = await apply();
    const event = await worker.next();
    assert.equal(event.Data.Action, 'Apply');
    assert.equal(event.Data.Payload.Data, encode(DEPLOYMENT));
    assert.equal(event.Data.Payload.QueuedOperationID, operation.QueuedOperationID);
    assert.equal((await readUnit(hub, unit)).LiveRevisionNum, 0);
    await worker.report(event, 'Progressing', 'None');
    assert.equal(await complete(event), 200);
    const after = await readUnit(hub, unit);
    assert.deepEqual(
      [after.LastAppliedRevisionNum, after.LiveRevisionNum, after.LiveState],
      [1, 1, encode('live')],
    );
    assert.deepEqual(
      (await events()).map((each) => each.Status),
      ['Completed', 'Progressing', 'Submitted', 'Pending'],
    );
  });

  it('waits for a worker that is not connected', async () => {
    await connected();
    worker.close();
    await until(async () =>
      (await hub.ask(`/api/space/${space.SpaceID}/bridge_worker`)).text.includes('Disconnected'),
    );
    await apply();
    assert.deepEqual(
      (await events()).map((each) => each.Status),
      ['Pending'],
    );
    worker = new WorkerUnderTest(hub, row.BridgeWorkerID, row.Secret);
    await worker.open('t');
    assert.equal((await worker.next()).Data.Payload.UnitSlug, 'u');
  });

  it('is sent again to a worker that went away in the middle, also after a restart of the hub', async () => {
    await connected();
    await apply();
    await worker.next();
    await hub.restart();
    worker = new WorkerUnderTest(hub, row.BridgeWorkerID, row.Secret);
    await worker.open('t');
    await complete(await worker.next());
    assert.equal((await readUnit(hub, unit)).LiveRevisionNum, 1);
  });

  it('counts a report that comes twice once', async () => {
    await connected();
    await apply();
    const event = await worker.next();
    await complete(event);
    const before = await events();
    assert.equal(await worker.report(event, 'Failed', 'ApplyFailed'), 200);
    assert.deepEqual(await events(), before);
  });

  it('leaves what was live when an apply fails', async () => {
    await connected();
    await apply();
    await complete(await worker.next());
    await invoke(hub, unit, 'set-replicas', '2');
    await apply();
    await worker.report(await worker.next(), 'Failed', 'ApplyFailed', { Message: 'namespace not found' });
    const after = await readUnit(hub, unit);
    assert.deepEqual([after.LastAppliedRevisionNum, after.LiveRevisionNum], [2, 1]);
    assert.equal((await events())[0]?.Message, 'namespace not found');
  });

  it('applies an older revision by name, but none "before"', async () => {
    await connected();
    await invoke(hub, unit, 'set-replicas', '2');
    await apply('?revision=1');
    assert.equal((await worker.next()).Data.Payload.Data, encode(DEPLOYMENT));
    assert.match(
      await hub.refused(400, 'POST', `${unitPath(unit)}/apply?revision=Before:2`),
      /not supported for apply/,
    );
  });

  it('destroys what is live and forgets it', async () => {
    await connected();
    assert.match(await hub.refused(400, 'POST', `${unitPath(unit)}/destroy`), /never applied/);
    await apply();
    await complete(await worker.next());
    await hub.do('POST', `${unitPath(unit)}/destroy`);
    await complete(await worker.next(), 'DestroyCompleted');
    const after = await readUnit(hub, unit);
    assert.deepEqual([after.LiveRevisionNum, after.PreviousLiveRevisionNum, after.LiveState], [0, 1, '']);
  });

  it('takes drift as a new revision', async () => {
    await connected();
    await apply();
    await complete(await worker.next());
    await hub.do('POST', `${unitPath(unit)}/refresh`);
    const drifted = encode(DEPLOYMENT.replace('replicas: 1', 'replicas: 9'));
    await worker.report(await worker.next(), 'Completed', 'RefreshAndDrifted', { Data: drifted });
    const after = await readUnit(hub, unit);
    assert.deepEqual([after.HeadRevisionNum, after.Data], [2, drifted]);
  });

  it('in bulk queues what can be and tells the rest; a dry run queues nothing', async () => {
    await connected();
    await makeUnit(hub, space, 'without-target');
    const query = where(`SpaceID = '${space.SpaceID}'`);
    await hub.ask(`/api/unit/apply?dry_run=true&${query}`, { method: 'POST' });
    assert.deepEqual(await events(), []);
    const reply = await hub.ask(`/api/unit/apply?${query}`, { method: 'POST' });
    const rows = reply.json as Array<BulkRow & { Action?: QueuedOperation }>;
    assert.equal(reply.status, 207);
    assert.deepEqual(
      rows.map((each) => each.Action?.UnitID ?? each.Error?.Message),
      [unit.UnitID, 'unit without-target has no target; set one with "cub unit set-target"'],
    );
  });

  it('is refused while a gate is closed, and allowed once it is open', async () => {
    await connected();
    const trigger = {
      Slug: 'approved',
      Event: 'Mutation',
      FunctionName: 'is-approved',
      Arguments: [{ Value: '1' }],
    };
    await hub.do('POST', `/space/${space.SpaceID}/trigger`, trigger);
    await invoke(hub, unit, 'set-replicas', '3');
    assert.match(
      await hub.refused(400, 'POST', `${unitPath(unit)}/apply`),
      /approved\/is-approved did not pass/,
    );
    await hub.do('POST', `${unitPath(unit)}/approve`);
    await apply();
    assert.equal((await worker.next()).Data.Action, 'Apply');
    await invoke(hub, unit, 'set-replicas', '4');
    assert.match(await hub.refused(400, 'POST', `${unitPath(unit)}/apply`), /did not pass/);
  });

  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 500; tries++) if (await condition()) return;
    throw new Error('the worker was still connected after 500 looks');
  }
});

import assert from 'node:assert/strict';
import { connectToHub, type HubConnection } from '../../worker/hub/connection';
import { eventsOf } from '../../worker/hub/event-stream';
import type { ChangeSet } from '../change-sets/model';
import type { Space } from '../spaces/model';
import type { Target } from '../targets/model';
import { DEPLOYMENT, encode, invoke, makeSpace, makeUnit, readUnit, unitPath } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from '../units/model';
import type { BridgeWorker } from '../workers/model';

interface Released {
  ReleaseNum: number;
  Published: boolean;
  Units: Array<{ Slug: string; RevisionNum: number; Data?: string }>;
}

interface Bundle {
  SpaceSlug: string;
  ReleaseNum: number;
  Units: Array<{ Slug: string; Data: string }>;
}

describe('releases', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let worker: BridgeWorker;
  let target: Target;
  let one: Unit;
  let number = 0;
  let connections: HubConnection[] = [];
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    space = await makeSpace(hub, `s${++number}`);
    const path = `/space/${space.SpaceID}`;
    worker = await hub.do<BridgeWorker>('POST', `${path}/bridge_worker`, { Slug: 'w' });
    target = await hub.do<Target>('POST', `${path}/target`, {
      Slug: 't',
      BridgeWorkerID: worker.BridgeWorkerID,
    });
    one = await unitToRelease('one');
  });
  afterEach(() => {
    for (const connection of connections) connection.close();
    connections = [];
  });

  async function unitToRelease(slug: string): Promise<Unit> {
    const unit = await makeUnit(hub, space, slug);
    await hub.do('PATCH', unitPath(unit), { TargetID: target.TargetID });
    return unit;
  }
  const toTarget = () => hub.do('PATCH', `/space/${space.SpaceID}`, { ReleaseTargetID: target.TargetID });
  const path = (query = '') => `/space/${space.SpaceID}/release${query}`;
  const publish = (query = '') => hub.do<Released>('POST', path(query));
  const revisions = ({ Units }: Released) => Units.map(({ Slug, RevisionNum }) => `${Slug} ${RevisionNum}`);

  /** What a puller hears, bundle by bundle. */
  async function pull(): Promise<() => Promise<Bundle>> {
    const connection = await connectToHub(hub.url, worker.Secret);
    connections.push(connection);
    const body = await connection.openStream(`/emulator/bridge_worker/${worker.BridgeWorkerID}/bundles`, {});
    const bundles = eventsOf<Bundle>(body, assert.fail);
    return async () => (await bundles.next()).value as Bundle;
  }

  it('hold the heads of the units that go to the release target, numbered, and are kept', async () => {
    await toTarget();
    await makeUnit(hub, space, 'elsewhere');
    const first = await publish();
    assert.deepEqual([first.ReleaseNum, first.Published, revisions(first)], [1, true, ['one 1']]);
    assert.equal(first.Units[0]?.Data, undefined);
    await invoke(hub, one, 'set-replicas', '4');
    await unitToRelease('two');
    assert.deepEqual(revisions(await publish()), ['one 2', 'two 1']);
    assert.equal((await readUnit(hub, one)).LastReleasedRevisionNum, 2);
    await hub.restart();
    const kept = await hub.do<Array<{ Release: Released }>>('GET', path());
    assert.deepEqual(
      kept.map(({ Release }) => [Release.ReleaseNum, ...revisions(Release)]),
      [
        [2, 'one 2', 'two 1'],
        [1, 'one 1'],
      ],
    );
  });

  it('need a release target that exists, and a unit', async () => {
    assert.match(await hub.refused(400, 'POST', path()), /has no release target; set one with "cub space/);
    const other = { ReleaseTargetID: worker.BridgeWorkerID };
    assert.match(
      await hub.refused(400, 'PATCH', `/space/${space.SpaceID}`, other),
      /target .* does not exist/,
    );
    await toTarget();
    await hub.do('PATCH', unitPath(one), { TargetID: null });
    assert.match(await hub.refused(400, 'POST', path()), /has no unit to release/);
  });

  it('are refused with a body, which later clients send', async () => {
    await toTarget();
    const message = await hub.refused(400, 'POST', path(), { TagID: one.UnitID });
    assert.match(message, /takes no body, and this one has TagID; name revisions with the query/);
  });

  it('are refused when nothing is new', async () => {
    await toTarget();
    await publish();
    assert.match(await hub.refused(400, 'POST', path()), /no changes were made since :latest bundle/);
    await invoke(hub, one, 'set-replicas', '4');
    assert.equal((await publish()).ReleaseNum, 2);
    for (const replicas of ['9', '4']) await invoke(hub, one, 'set-replicas', replicas);
    assert.deepEqual(revisions(await publish()), ['one 4'], 'the same data again is another revision');
  });

  it('are refused as a whole while a gate of any unit is closed, by its name', async () => {
    await toTarget();
    const trigger = { Slug: 't', Event: 'Mutation', FunctionName: 'no-placeholders' };
    await hub.do('POST', `/space/${space.SpaceID}/trigger`, trigger);
    assert.match(
      await hub.refused(400, 'POST', path()),
      /unit one cannot be released: t\/no-placeholders did not pass/,
    );
    assert.deepEqual(await hub.do('GET', path()), []);
    await invoke(hub, one, 'set-namespace', 'prod');
    assert.equal((await publish()).ReleaseNum, 1);
  });

  it('hold what a change set ended with, and heads of units that it does not know', async () => {
    await toTarget();
    const two = await unitToRelease('two');
    const set = await hub.do<ChangeSet>('POST', `/space/${space.SpaceID}/change_set`, { Slug: 'feed' });
    await hub.do('PATCH', unitPath(one), { ChangeSetID: set.ChangeSetID });
    assert.match(await hub.refused(400, 'POST', path()), /unit one is in the open change set s\d+\/feed/);
    await hub.do('PATCH', unitPath(one), { ChangeSetID: null });
    await invoke(hub, one, 'set-replicas', '8');
    await invoke(hub, two, 'set-replicas', '8');
    const chosen = await publish(`?revision=ChangeSet:${set.ChangeSetID}`);
    assert.deepEqual(revisions(chosen), ['one 2', 'two 2']);
    for (const selector of ['2', 'Before:ChangeSet:feed', 'LiveRevisionNum'])
      assert.match(await hub.refused(400, 'POST', path(`?revision=${selector}`)), /use ChangeSet:… or Tag:…/);
  });

  it('reach a puller: the newest when it comes, then each as it is published', async () => {
    await toTarget();
    await publish();
    await invoke(hub, one, 'set-replicas', '4');
    await publish();
    const next = await pull();
    const newest = await next();
    assert.deepEqual([newest.SpaceSlug, newest.ReleaseNum], [space.Slug, 2]);
    assert.equal(newest.Units[0]?.Data, encode(DEPLOYMENT.replace('replicas: 1', 'replicas: 4')));
    await invoke(hub, one, 'set-replicas', '5');
    await publish();
    assert.equal((await next()).ReleaseNum, 3);
  });

  it('do not reach who has no secret of a worker', async () => {
    const stranger = await connectToHub(hub.url, 'wrong-secret');
    connections.push(stranger);
    const path = `/emulator/bridge_worker/${worker.BridgeWorkerID}/bundles`;
    await assert.rejects(stranger.openStream(path, {}), /invalid worker secret/);
  });

  it('go with their space, and keep their target as long as it is one', async () => {
    await toTarget();
    await publish();
    await hub.do('PATCH', unitPath(one), { TargetID: null });
    const targetPath = `/space/${space.SpaceID}/target/${target.TargetID}`;
    assert.match(await hub.refused(400, 'DELETE', targetPath), /is the release target of space s/);
    const other = await makeSpace(hub, `other${number}`);
    await hub.do('PATCH', `/space/${other.SpaceID}`, { ReleaseTargetID: target.TargetID });
    await hub.do('DELETE', `/space/${space.SpaceID}?recursive_force=true`);
    const { Space: left } = await hub.do<{ Space: Space }>('GET', `/space/${other.SpaceID}`);
    assert.equal(left.ReleaseTargetID, null);
    assert.equal(hub.hub.hub.database.tables.releases.by('space', space.SpaceID).length, 0);
  });
});

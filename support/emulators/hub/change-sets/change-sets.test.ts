import assert from 'node:assert/strict';
import type { Revision } from '../revisions/model';
import type { Space } from '../spaces/model';
import {
  type BulkRow,
  call,
  DEPLOYMENT,
  dataOf,
  invoke,
  makeSpace,
  makeUnit,
  readUnit,
  unitPath,
  where,
} from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from '../units/model';
import type { ChangeSet } from './model';

describe('change sets', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let one: Unit;
  let two: Unit;
  let set: ChangeSet;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    space = await makeSpace(hub, `s${++number}`);
    one = await makeUnit(hub, space, 'one');
    two = await makeUnit(hub, space, 'two');
    set = await create('market-data');
  });

  const create = (Slug: string) => hub.do<ChangeSet>('POST', `/space/${space.SpaceID}/change_set`, { Slug });
  const all = () => where(`SpaceID = '${space.SpaceID}'`);
  const patchAll = (query: string, body: object | null) =>
    hub.do<BulkRow[]>('PATCH', `/unit?${all()}${query}`, body);
  const open = (which = set) => patchAll('', { ChangeSetID: which.ChangeSetID });
  const close = () => patchAll('', { ChangeSetID: null });
  const change = (unit: Unit, replicas: string) =>
    hub.do(
      'POST',
      `/space/${space.SpaceID}/function/invoke?unit_id=${unit.UnitID}&change_set_id=${set.ChangeSetID}`,
      call('set-replicas', replicas),
    );
  const data = async (unit: Unit) => dataOf(await readUnit(hub, unit));

  it('lock their units: a stranger changes nothing, by whatever way', async () => {
    await open();
    const path = `/space/${space.SpaceID}/function/invoke?unit_id=${one.UnitID}`;
    const locked = /unit one is locked by the open change set s\d+\/market-data/;
    assert.match(await hub.refused(400, 'POST', path, call('set-replicas', '9')), locked);
    assert.match(await hub.refused(400, 'PATCH', `${unitPath(one)}?restore=1`, null), locked);
    assert.match(await hub.refused(400, 'DELETE', unitPath(one)), locked);
    const current = await readUnit(hub, one);
    const changed = { ...current, Data: Buffer.from(DEPLOYMENT.replace('v1', 'v9')).toString('base64') };
    assert.match(await hub.refused(400, 'PUT', unitPath(one), changed), locked);
    assert.equal(await data(one), DEPLOYMENT);
  });

  it('let a function that touches one locked unit touch none', async () => {
    await hub.do('PATCH', unitPath(two), { ChangeSetID: set.ChangeSetID });
    await hub.refused(400, 'POST', `/function/invoke?${all()}`, call('set-replicas', '9'));
    assert.deepEqual([await data(one), await data(two)], [DEPLOYMENT, DEPLOYMENT]);
  });

  it('still allow reading functions', async () => {
    await open();
    await hub.do('POST', `/function/invoke?${all()}`, call('get-replicas'));
  });

  it('do not interleave', async () => {
    await open();
    const rows = await patchAll('', { ChangeSetID: (await create('other')).ChangeSetID });
    assert.match(rows[0]?.Error?.Message ?? '', /already in the open change set/);
    assert.equal((await readUnit(hub, one)).ChangeSetID, set.ChangeSetID);
  });

  it('refuse a change in the name of a set that the unit is not in', async () => {
    const path = `/space/${space.SpaceID}/function/invoke?unit_id=${one.UnitID}&change_set_id=${set.ChangeSetID}`;
    assert.match(await hub.refused(400, 'POST', path, call('set-replicas', '9')), /is not in change set/);
  });

  it('go back as a whole, as new revisions, and can be done again', async () => {
    await open();
    await change(one, '4');
    await change(two, '6');
    await close();
    await patchAll(`&restore=Before:ChangeSet:${set.ChangeSetID}`, null);
    assert.deepEqual([await data(one), await data(two)], [DEPLOYMENT, DEPLOYMENT]);
    assert.equal((await readUnit(hub, one)).HeadRevisionNum, 4);
    await patchAll(
      `&merge_source=Self&merge_base=Before:ChangeSet:${set.ChangeSetID}&merge_end=ChangeSet:${set.ChangeSetID}`,
      null,
    );
    assert.match(await data(one), /replicas: 4/);
    assert.match(await data(two), /replicas: 6/);
  });

  it('mark where they begin and end, whatever comes after', async () => {
    await open();
    await change(one, '4');
    await close();
    await invoke(hub, one, 'set-replicas', '8');
    const rows = await hub.do<Array<{ Revision: Revision }>>('GET', `${unitPath(one)}/revision`);
    assert.deepEqual(
      rows.map((row) => [row.Revision.Source, Object.keys(row.Revision.Tags).length]),
      [
        ['InvokeFunctions', 0],
        ['InvokeFunctions', 1],
        ['OpenChangeSet', 1],
        ['CreateUnit', 0],
      ],
    );
    await hub.do('PATCH', `${unitPath(one)}?restore=ChangeSet:${set.ChangeSetID}`, null);
    assert.match(await data(one), /replicas: 4/);
  });

  it('are not deleted while open', async () => {
    await open();
    const path = `/space/${space.SpaceID}/change_set/${set.ChangeSetID}`;
    assert.match(await hub.refused(400, 'DELETE', path), /is open for unit/);
    await close();
    await hub.do('DELETE', path);
  });

  it('tell a unit that was never in them', async () => {
    const path = `${unitPath(one)}?restore=Before:ChangeSet:${set.ChangeSetID}`;
    assert.match(await hub.refused(400, 'PATCH', path, null), /unit one has no revision ChangeSet:/);
  });
});

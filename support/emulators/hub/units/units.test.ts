import assert from 'node:assert/strict';
import type { Revision } from '../revisions/model';
import type { Space } from '../spaces/model';
import {
  type BulkRow,
  call,
  DEPLOYMENT,
  dataOf,
  encode,
  invoke,
  makeClone,
  makeSpace,
  makeUnit,
  readUnit,
  unitPath,
  where,
} from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from './model';

describe('units', () => {
  const hub = new HubUnderTest();
  let base: Space;
  let eu: Space;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    number++;
    base = await makeSpace(hub, `base-${number}`);
    eu = await makeSpace(hub, `eu-${number}`);
  });

  const history = async (unit: Unit) =>
    (await hub.do<Array<{ Revision: Revision }>>('GET', `${unitPath(unit)}/revision`)).map(
      (row) => row.Revision,
    );

  it('starts at revision 1 and keeps the data to the byte', async () => {
    const unit = await makeUnit(hub, base, 'u');
    assert.equal(unit.HeadRevisionNum, 1);
    assert.equal(dataOf(unit), DEPLOYMENT);
    assert.equal((await history(unit))[0]?.Source, 'CreateUnit');
  });

  it('refuses a second unit of the same slug, and what is no Kubernetes object, and keeps nothing of it', async () => {
    await makeUnit(hub, base, 'u');
    const path = `/space/${base.SpaceID}/unit`;
    assert.match(await hub.refused(400, 'POST', path, { Slug: 'u' }), /"u" already exists/);
    for (const text of ['a: b: c', 'just text', 'kind: X\n'])
      assert.match(await hub.refused(400, 'POST', path, { Slug: 'bad', Data: encode(text) }), /unit bad/);
    assert.equal((await hub.do<unknown[]>('GET', `${path}?${where("Slug = 'bad'")}`)).length, 0);
  });

  it('are listed space by space and by name, whatever came first', async () => {
    for (const space of [eu, base]) for (const slug of ['b', 'a']) await makeUnit(hub, space, slug);
    const mine = where(`Space.Slug IN ('eu-${number}', 'base-${number}')`);
    const units = await hub.do<Array<{ Unit: Unit }>>('GET', `/unit?${mine}`);
    assert.deepEqual(
      units.map(({ Unit: { SpaceID, Slug } }) => [SpaceID === eu.SpaceID ? 'eu' : 'base', Slug]),
      [
        ['base', 'a'],
        ['base', 'b'],
        ['eu', 'a'],
        ['eu', 'b'],
      ],
    );
  });

  it('is replaced by PUT only at the version that was read', async () => {
    const unit = await makeUnit(hub, base, 'u');
    const changed = { ...unit, Data: encode(DEPLOYMENT.replace('v1', 'v2')) };
    const after = await hub.do<Unit>('PUT', unitPath(unit), changed);
    assert.equal(after.HeadRevisionNum, 2);
    assert.match(await hub.refused(409, 'PUT', unitPath(unit), changed), /changed since version 1/);
    assert.equal((await readUnit(hub, unit)).HeadRevisionNum, 2);
  });

  it('has no new revision when nothing changes', async () => {
    const unit = await makeUnit(hub, base, 'u');
    const same = await hub.do<Unit>('PUT', unitPath(unit), unit);
    await invoke(hub, unit, 'set-replicas', '1');
    assert.deepEqual([same.HeadRevisionNum, same.Version], [1, 1]);
    assert.equal((await readUnit(hub, unit)).HeadRevisionNum, 1);
  });

  it('patches labels and takes them away by null, without a new revision', async () => {
    const unit = await makeUnit(hub, base, 'u');
    await hub.do('PATCH', unitPath(unit), { Labels: { tier: 'x', team: 'y' } });
    const after = await hub.do<Unit>('PATCH', unitPath(unit), { Labels: { tier: null } });
    assert.deepEqual([after.Labels, after.HeadRevisionNum], [{ team: 'y' }, 1]);
  });

  it('keeps local edits on upgrade, brings the base change, and does nothing the second time', async () => {
    const upstream = await makeUnit(hub, base, 'u');
    const clone = await makeClone(hub, eu, upstream);
    await invoke(hub, clone, 'set-replicas', '5');
    await invoke(hub, upstream, 'set-env-var', 'trade-service', 'ALGORITHM', 'v2');
    const behind = where(
      `UpstreamUnitID = '${upstream.UnitID}' AND UpstreamRevisionNum < UpstreamUnit.HeadRevisionNum`,
    );
    const rows = await hub.do<BulkRow[]>('PATCH', `/unit?upgrade=true&${behind}`, null);
    assert.equal(rows.length, 1);
    const after = await readUnit(hub, clone);
    assert.match(dataOf(after), /replicas: 5 # scale/);
    assert.match(dataOf(after), /value: "v2"/);
    assert.deepEqual([after.UpstreamRevisionNum, after.HeadRevisionNum], [2, 3]);
    assert.deepEqual(await hub.do('PATCH', `/unit?upgrade=true&${behind}`, null), []);
    assert.deepEqual(await hub.do('PATCH', `${unitPath(clone)}?upgrade=true`, null), after);
  });

  it('tells a unit without upstream that it cannot be upgraded', async () => {
    const unit = await makeUnit(hub, base, 'u');
    assert.match(await hub.refused(400, 'PATCH', `${unitPath(unit)}?upgrade=true`, null), /was not cloned/);
  });

  it('restores by number, from the head, by id and by name, as a new revision', async () => {
    const unit = await makeUnit(hub, base, 'u');
    await invoke(hub, unit, 'set-replicas', '2');
    await invoke(hub, unit, 'set-replicas', '3');
    const first = (await history(unit)).at(-1);
    const restored = async (query: string) =>
      dataOf(await hub.do<Unit>('PATCH', `${unitPath(unit)}?${query}`, null));
    assert.match(await restored('restore=2'), /replicas: 2/);
    assert.match(await restored('restore=-1'), /replicas: 3/);
    assert.equal(await restored(`revision_id=${first?.RevisionID}`), DEPLOYMENT);
    assert.equal((await readUnit(hub, unit)).HeadRevisionNum, 6);
    assert.match(await hub.refused(400, 'PATCH', `${unitPath(unit)}?restore=77`, null), /no revision 77/);
    assert.match(
      await hub.refused(400, 'PATCH', `${unitPath(unit)}?restore=LiveRevisionNum`, null),
      /number 0/,
    );
  });

  it('merges what another unit changed and keeps the rest, upstream and ownership included', async () => {
    const upstream = await makeUnit(hub, base, 'u');
    const source = await makeClone(hub, eu, upstream, 'eu');
    const target = await makeClone(hub, eu, upstream, 'asia');
    await invoke(hub, source, 'set-replicas', '5');
    await invoke(hub, target, 'set-replicas', '2');
    await invoke(hub, source, 'set-image-reference', 'trade-service', ':fix');
    const query = `merge_source=${source.UnitID}&merge_base=2&merge_end=HeadRevisionNum`;
    const merged = await hub.do<Unit>('PATCH', `${unitPath(target)}?${query}`, null);
    assert.match(dataOf(merged), /replicas: 2 # scale[\s\S]*image: ts:fix/);
    assert.equal(merged.UpstreamUnitID, upstream.UnitID);
    assert.equal((await history(merged))[0]?.Source, 'MergeUnits');
    await invoke(hub, upstream, 'set-image-reference', 'trade-service', ':v2');
    const upgraded = await hub.do<Unit>('PATCH', `${unitPath(target)}?upgrade=true`, null);
    assert.match(dataOf(upgraded), /image: ts:fix/);
    assert.equal(upgraded.Conflicts[0]?.Reason, 'ProtectedPath');
  });

  it('that began empty takes its first data, and so do its clones', async () => {
    const upstream = await makeUnit(hub, base, 'u', '');
    const clone = await makeClone(hub, eu, upstream);
    await hub.do('PATCH', unitPath(upstream), { Data: encode(DEPLOYMENT) });
    assert.match(
      dataOf(await hub.do<Unit>('PATCH', `${unitPath(clone)}?upgrade=true`, null)),
      /trade-service/,
    );
  });

  it('shows what would change on a dry run and changes nothing', async () => {
    const unit = await makeUnit(hub, base, 'u');
    const changed = { ...unit, Data: encode(DEPLOYMENT.replace('v1', 'v2')) };
    const shown = await hub.do<Unit>('PUT', `${unitPath(unit)}?dry_run=true`, changed);
    assert.match(dataOf(shown), /v2/);
    assert.deepEqual(await readUnit(hub, unit), unit);
  });

  it('clones many units into many spaces at once; what exists is an error row', async () => {
    await makeUnit(hub, base, 'a');
    await makeUnit(hub, base, 'b');
    const query = `${where(`SpaceID = '${base.SpaceID}'`)}&where_space=${encodeURIComponent(`Slug = '${eu.Slug}'`)}`;
    const made = await hub.do<BulkRow[]>('POST', `/unit?${query}`, {});
    assert.deepEqual(
      made.map((row) => row.Unit?.Slug),
      ['a', 'b'],
    );
    const again = await hub.ask(`/api/unit?${query}`, { method: 'POST', body: {} });
    assert.equal(again.status, 207);
    assert.match((again.json as BulkRow[])[0]?.Error?.Message ?? '', /already exists/);
  });

  it('is not deleted while another unit was cloned from it', async () => {
    const upstream = await makeUnit(hub, base, 'u');
    const clone = await makeClone(hub, eu, upstream);
    assert.match(await hub.refused(400, 'DELETE', unitPath(upstream)), /is the upstream of u/);
    await hub.do('DELETE', unitPath(clone));
    await hub.do('DELETE', unitPath(upstream));
    assert.match(await hub.refused(404, 'GET', unitPath(upstream)), /not found/);
  });

  it('is found by config data, and only in its own type', async () => {
    const unit = await makeUnit(hub, base, 'u');
    await invoke(hub, unit, 'set-replicas', '7');
    const data = encodeURIComponent('spec.replicas > 6');
    const found = await hub.do<BulkRow[]>('GET', `/unit?resource_type=apps/v1/Deployment&where_data=${data}`);
    assert.deepEqual(
      found.map((row) => row.Unit?.UnitID),
      [unit.UnitID],
    );
    assert.deepEqual(await hub.do('GET', `/unit?resource_type=v1/Service&where_data=${data}`), []);
  });

  it('records who changed what and why', async () => {
    const unit = await makeUnit(hub, base, 'u');
    const body = { ...call('set-replicas', '4'), ChangeDescription: 'after close' };
    await hub.do('POST', `/space/${base.SpaceID}/function/invoke`, body);
    const [head] = await history(unit);
    assert.deepEqual([head?.Description, head?.Source], ['after close', 'InvokeFunctions']);
    const [row] = await hub.do<Array<{ User: { Username: string } }>>(
      'GET',
      `${unitPath(unit)}/revision?include=UserID`,
    );
    assert.equal(row?.User.Username, 'learner@example.com');
  });
});

import assert from 'node:assert/strict';
import { type BulkRow, makeClone, makeSpace, makeUnit, where } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Space } from './model';

describe('spaces', () => {
  const hub = new HubUnderTest();
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  const fresh = () => makeSpace(hub, `s${++number}`);
  const path = (space: Space) => `/space/${space.SpaceID}`;

  it('are found by slug and by label', async () => {
    const space = await hub.do<Space>('POST', '/space', { Slug: 'dev', Labels: { Environment: 'dev' } });
    for (const expression of ["Slug = 'dev'", "Labels.Environment = 'dev'", "Slug LIKE 'de_'"])
      assert.deepEqual(
        (await hub.do<Array<{ Space: Space }>>('GET', `/space?${where(expression)}`)).map(
          (row) => row.Space.SpaceID,
        ),
        [space.SpaceID],
      );
  });

  it('have a slug of their own', async () => {
    const space = await fresh();
    assert.match(await hub.refused(400, 'POST', '/space', { Slug: space.Slug }), /already exists/);
    const other = await fresh();
    assert.match(await hub.refused(400, 'PATCH', path(other), { Slug: space.Slug }), /already exists/);
  });

  it('count what lives in them', async () => {
    const space = await fresh();
    await makeUnit(hub, space, 'u');
    const summary = await hub.do<Record<string, unknown>>('GET', `${path(space)}?summary=true`);
    assert.deepEqual(
      [summary.TotalUnitCount, summary.UnappliedUnitCount, summary.TotalBridgeWorkerCount],
      [1, 1, 0],
    );
  });

  it('are deleted when empty, else told what is left', async () => {
    const space = await fresh();
    const unit = await makeUnit(hub, space, 'u');
    assert.match(await hub.refused(400, 'DELETE', path(space)), /is not empty: it has 1 unit;/);
    await hub.do('DELETE', `${path(space)}/unit/${unit.UnitID}`);
    await hub.do('DELETE', path(space));
    assert.match(await hub.refused(404, 'GET', path(space)), /not found/);
  });

  it('are deleted with all in them when asked for, unless others still need it', async () => {
    const [space, other] = [await fresh(), await fresh()];
    const clone = await makeClone(hub, other, await makeUnit(hub, space, 'u'));
    assert.match(await hub.refused(400, 'DELETE', `${path(space)}?recursive=true`), /is the upstream of u/);
    await hub.do('DELETE', `${path(space)}?recursive_force=true`);
    const { Unit } = await hub.do<BulkRow>('GET', `/space/${other.SpaceID}/unit/${clone.UnitID}`);
    assert.equal(Unit?.UpstreamUnitID, null);
  });

  it('are deleted in bulk, each for itself', async () => {
    const [empty, full] = [await fresh(), await fresh()];
    await makeUnit(hub, full, 'u');
    const slugs = `Slug IN ('${empty.Slug}', '${full.Slug}')`;
    const reply = await hub.ask(`/api/_space?${where(slugs)}`, { method: 'DELETE' });
    assert.equal(reply.status, 207);
    assert.deepEqual(
      (reply.json as BulkRow[]).map((row) => row.Error?.Status),
      [undefined, 400],
    );
  });
});

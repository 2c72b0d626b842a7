import assert from 'node:assert/strict';
import type { Mutation } from '../mutations/model';
import type { Space } from '../spaces/model';
import { dataOf, invoke, makeSpace, makeUnit, namespaceYaml, readUnit, unitPath } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from '../units/model';
import type { Link } from './model';

describe('links', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let infra: Space;
  let unit: Unit;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    number++;
    space = await makeSpace(hub, `apps-${number}`);
    infra = await makeSpace(hub, `infra-${number}`);
    unit = await makeUnit(hub, space, 'app');
  });

  const link = (to: Unit, Slug = 'ns') =>
    hub.do<Link>('POST', `/space/${space.SpaceID}/link`, {
      Slug,
      FromUnitID: unit.UnitID,
      ToUnitID: to.UnitID,
      ToSpaceID: to.SpaceID,
    });
  const data = async () => dataOf(await readUnit(hub, unit));

  it('fill the placeholder with what the other unit provides', async () => {
    await link(await makeUnit(hub, infra, 'ns', namespaceYaml('prod-eu')));
    assert.match(await data(), /namespace: prod-eu/);
    const [row] = await hub.do<Array<{ Mutation: Mutation; Link: Link }>>(
      'GET',
      `${unitPath(unit)}/mutation?include=LinkID`,
    );
    assert.equal(row?.Link.Slug, 'ns');
  });

  it('wait while the other unit has a placeholder itself, and follow when it changes', async () => {
    const ns = await makeUnit(hub, infra, 'ns', namespaceYaml('confighubplaceholder'));
    await link(ns);
    assert.match(await data(), /namespace: confighubplaceholder/);
    await invoke(hub, ns, 'set-string-path', 'v1/Namespace', 'metadata.name', 'prod-us');
    assert.match(await data(), /namespace: prod-us/);
    await invoke(hub, ns, 'set-string-path', 'v1/Namespace', 'metadata.name', 'prod-asia');
    assert.match(await data(), /namespace: prod-asia/);
  });

  it('fill a placeholder that comes back with new data', async () => {
    await link(await makeUnit(hub, infra, 'ns', namespaceYaml('prod-eu')));
    await hub.do('PATCH', unitPath(unit), { Data: unit.Data });
    assert.match(await data(), /namespace: prod-eu/);
  });

  it('that resolve anew end the approval, and run the triggers, of the unit that they fill', async () => {
    const ns = await makeUnit(hub, infra, 'ns', namespaceYaml('prod-eu'));
    await link(ns);
    const rule = { FunctionName: 'is-approved', Arguments: [{ Value: '1' }] };
    await hub.do('POST', `/space/${space.SpaceID}/trigger`, { Slug: 'approved', Event: 'Mutation', ...rule });
    await hub.do('POST', `${unitPath(unit)}/approve`);
    assert.deepEqual((await readUnit(hub, unit)).ApplyGates, {});
    await invoke(hub, ns, 'set-string-path', 'v1/Namespace', 'metadata.name', 'prod-europe');
    const { ApplyGates, ApprovedBy } = await readUnit(hub, unit);
    assert.deepEqual([ApplyGates, ApprovedBy], [{ 'approved/is-approved': true }, []]);
  });

  it('to a unit that provides nothing change nothing', async () => {
    await link(await makeUnit(hub, space, 'other'));
    assert.equal((await readUnit(hub, unit)).HeadRevisionNum, 1);
  });

  it('get a slug of their own when they are given none', async () => {
    const ns = await makeUnit(hub, infra, 'ns', namespaceYaml('a'));
    assert.deepEqual([(await link(ns, '')).Slug, (await link(ns, '')).Slug], ['app-to-ns', 'app-to-ns-2']);
  });

  it('are refused between units that are not there or the same, and keep their to-unit', async () => {
    const path = `/space/${space.SpaceID}/link`;
    const ids = { FromUnitID: unit.UnitID, ToUnitID: unit.UnitID };
    assert.match(await hub.refused(400, 'POST', path, { Slug: 'x', ...ids }), /cannot be linked to itself/);
    const foreign = await makeUnit(hub, infra, 'foreign', namespaceYaml('a'));
    assert.match(
      await hub.refused(400, 'POST', path, { Slug: 'x', ...ids, FromUnitID: foreign.UnitID }),
      /link's space/,
    );
    await link(foreign);
    assert.match(await hub.refused(400, 'DELETE', unitPath(foreign)), /is linked to by ns/);
  });
});

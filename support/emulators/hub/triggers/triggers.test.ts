import assert from 'node:assert/strict';
import type { Revision } from '../revisions/model';
import type { Space } from '../spaces/model';
import {
  DEPLOYMENT,
  dataOf,
  invoke,
  makeClone,
  makeSpace,
  makeUnit,
  namespaceYaml,
  readUnit,
  unitPath,
  where,
} from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from '../units/model';
import type { Trigger } from './model';

describe('triggers', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    space = await makeSpace(hub, `s${++number}`);
  });

  const create = (FunctionName: string, ...values: string[]) =>
    hub.do<Trigger>('POST', `/space/${space.SpaceID}/trigger`, {
      Slug: 't',
      Event: 'Mutation',
      FunctionName,
      Arguments: values.map((Value) => ({ Value })),
    });

  const patch = (trigger: Trigger, change: Partial<Trigger>) =>
    hub.do('PATCH', `/space/${space.SpaceID}/trigger/${trigger.TriggerID}`, change);

  const head = async (unit: Unit): Promise<Revision> => {
    const [newest] = await hub.do<Array<{ Revision: Revision }>>('GET', `${unitPath(unit)}/revision`);
    assert(newest, 'there is no revision');
    return newest.Revision;
  };

  it('leave a gate while their check does not pass, and take it away when it does', async () => {
    assert.equal((await create('no-placeholders')).Validating, true);
    const unit = await makeUnit(hub, space, 'u');
    assert.deepEqual(unit.ApplyGates, { 't/no-placeholders': true });
    await invoke(hub, unit, 'set-namespace', 'prod');
    assert.deepEqual((await readUnit(hub, unit)).ApplyGates, {});
  });

  it('close the gate when a rule in CEL is broken, and when it cannot be evaluated', async () => {
    await create('cel-validate', "r.kind != 'Deployment' || r.spec.replicas < 10");
    const unit = await makeUnit(hub, space, 'u');
    assert.deepEqual(unit.ApplyGates, {});
    await invoke(hub, unit, 'set-replicas', '100');
    assert.deepEqual((await readUnit(hub, unit)).ApplyGates, { 't/cel-validate': true });
    const other = await makeUnit(
      hub,
      space,
      'ns',
      namespaceYaml('prod').replace('kind: ', 'kind: Deployment #'),
    );
    assert.deepEqual(other.ApplyGates, { 't/cel-validate': true });
  });

  it('only warn where they are told to, on the unit and on its revision', async () => {
    const trigger = await create('no-placeholders');
    await patch(trigger, { Warn: true });
    const unit = await makeUnit(hub, space, 'u');
    assert.deepEqual([unit.ApplyGates, unit.ApplyWarnings], [{}, { 't/no-placeholders': true }]);
    assert.deepEqual((await head(unit)).ApplyWarnings, { 't/no-placeholders': true });
    const found = await hub.do<unknown[]>(
      'GET',
      `/unit?${where("ApplyWarnings.t/no-placeholders = true AND Slug = 'u'")}`,
    );
    assert.equal(found.length, 1);
  });

  it('check the units that are there when they are made, changed and removed', async () => {
    const unit = await makeUnit(hub, space, 'u');
    const gates = async () => [(await readUnit(hub, unit)).ApplyGates, (await head(unit)).ApplyGates];
    const trigger = await create('no-placeholders');
    const closed = { 't/no-placeholders': true };
    assert.deepEqual(await gates(), [closed, closed]);
    await patch(trigger, { Disabled: true });
    assert.deepEqual(await gates(), [{}, {}]);
    await patch(trigger, { Disabled: false });
    assert.deepEqual(await gates(), [closed, closed]);
    await hub.do('DELETE', `/space/${space.SpaceID}/trigger/${trigger.TriggerID}`);
    assert.deepEqual(await gates(), [{}, {}]);
    assert.equal((await readUnit(hub, unit)).HeadRevisionNum, 1);
  });

  it('change a clone when it is made, and nothing else, when they wait for that', async () => {
    const path = `/space/${space.SpaceID}/trigger`;
    const stamp = { FunctionName: 'set-annotation', Arguments: [{ Value: 'cloned' }, { Value: 'yes' }] };
    await hub.do('POST', path, { Slug: 'stamp', Event: 'PostClone', ...stamp });
    const unit = await makeUnit(hub, space, 'u');
    assert.doesNotMatch(dataOf(unit), /cloned/);
    const clone = await makeClone(hub, space, unit, 'clone');
    assert.match(dataOf(clone), /cloned: "?yes/);
  });

  it('are told in the order of their names, whichever was made first', async () => {
    const check = { Event: 'Mutation', FunctionName: 'no-placeholders' };
    for (const Slug of ['b', 'a', 'c'])
      await hub.do('POST', `/space/${space.SpaceID}/trigger`, { Slug, ...check });
    const { ApplyGates } = await makeUnit(hub, space, 'u');
    assert.deepEqual(
      Object.keys(ApplyGates),
      ['a', 'b', 'c'].map((name) => `${name}/no-placeholders`),
    );
  });

  it('of an event that this hub does not have are refused', async () => {
    const body = { Slug: 't', Event: 'PreClone', FunctionName: 'no-placeholders' };
    assert.match(
      await hub.refused(400, 'POST', `/space/${space.SpaceID}/trigger`, body),
      /one of Mutation, PostClone, not "PreClone"/,
    );
  });

  it('change what is changed, in the same revision', async () => {
    await create('set-annotation', 'team', 'trading');
    const unit = await makeUnit(hub, space, 'u');
    assert.match(dataOf(unit), /team: "?trading/);
    assert.equal(unit.HeadRevisionNum, 1);
  });

  it('rest while disabled, and in other spaces', async () => {
    const trigger = await create('no-placeholders');
    await patch(trigger, { Disabled: true });
    assert.deepEqual((await makeUnit(hub, space, 'u')).ApplyGates, {});
    const elsewhere = await makeUnit(hub, await makeSpace(hub, `other-${number}`), 'u');
    assert.equal(dataOf(elsewhere), DEPLOYMENT);
  });
});

import assert from 'node:assert/strict';
import type { Space } from '../spaces/model';
import { DEPLOYMENT, dataOf, invoke, makeSpace, makeUnit, readUnit } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
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

  it('leave a gate while their check does not pass, and take it away when it does', async () => {
    assert.equal((await create('no-placeholders')).Validating, true);
    const unit = await makeUnit(hub, space, 'u');
    assert.deepEqual(unit.ApplyGates, { 't/no-placeholders': true });
    await invoke(hub, unit, 'set-namespace', 'prod');
    assert.deepEqual((await readUnit(hub, unit)).ApplyGates, {});
  });

  it('change what is changed, in the same revision', async () => {
    await create('set-annotation', 'team', 'trading');
    const unit = await makeUnit(hub, space, 'u');
    assert.match(dataOf(unit), /team: "?trading/);
    assert.equal(unit.HeadRevisionNum, 1);
  });

  it('rest while disabled, and in other spaces', async () => {
    const trigger = await create('no-placeholders');
    await hub.do('PATCH', `/space/${space.SpaceID}/trigger/${trigger.TriggerID}`, { Disabled: true });
    assert.deepEqual((await makeUnit(hub, space, 'u')).ApplyGates, {});
    const elsewhere = await makeUnit(hub, await makeSpace(hub, `other-${number}`), 'u');
    assert.equal(dataOf(elsewhere), DEPLOYMENT);
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeClone, makeSpace, makeUnit, unitPath, where } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';

describe('organizations', () => {
  const hub = new HubUnderTest();
  const credential = (name: string) => ({
    organization: name,
    user: `${name}@example.com`,
    password: name,
    token: `${name}-token`,
  });
  before(async () => {
    writeFileSync(join(hub.state, 'credentials.json'), JSON.stringify(['ours', 'theirs'].map(credential)));
    await hub.start();
  });
  after(() => hub.stop());

  const theirs = { headers: { authorization: 'Bearer theirs-token' } };

  it('see nothing of each other, by list or by id', async () => {
    const space = await makeSpace(hub, 'secret');
    const unit = await makeUnit(hub, space, 'u');
    const ask = async (path: string, method = 'GET') => await hub.ask(`/api${path}`, { ...theirs, method });
    for (const path of [
      '/space',
      '/unit',
      `/unit?${where(`UnitID = '${unit.UnitID}'`)}`,
      `/unit?${where("Slug = 'u'")}`,
    ])
      assert.equal(
        (await ask(path)).text.includes('secret') || (await ask(path)).text.includes(unit.UnitID),
        false,
        path,
      );
    for (const path of [`/space/${space.SpaceID}`, unitPath(unit), `${unitPath(unit)}/revision`])
      assert.equal((await ask(path)).status, 404, path);
    assert.equal((await ask(unitPath(unit), 'DELETE')).status, 404);
    assert.deepEqual((await ask(`/unit?${where("Slug = 'u'")}`, 'DELETE')).json, []);
    await makeClone(hub, space, unit, 'still-there');
  });

  it('have slugs of their own', async () => {
    await makeSpace(hub, 'shared');
    assert.equal(
      (await hub.ask('/api/space', { ...theirs, method: 'POST', body: { Slug: 'shared' } })).status,
      200,
    );
  });

  it('know who asks', async () => {
    const me = (await hub.ask('/api/me', theirs)).json as { Username: string };
    assert.equal(me.Username, 'theirs@example.com');
  });

  it('tell their users, all or by name', async () => {
    const names = async (query = '') =>
      (await hub.do<Array<{ Username: string }>>('GET', `/user${query}`)).map(({ Username }) => Username);
    assert.deepEqual(await names(), ['ours@example.com']);
    assert.deepEqual(await names(`?${where("Username = 'ours@example.com'")}`), ['ours@example.com']);
    assert.deepEqual(await names(`?${where("Username = 'theirs@example.com'")}`), []);
  });
});

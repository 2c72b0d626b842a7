import assert from 'node:assert/strict';
import {
  type BulkRow,
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
import type { Tag } from './model';

describe('tags', () => {
  const hub = new HubUnderTest();
  before(() => hub.start());
  after(() => hub.stop());

  it('name one revision of each unit, which can be restored, and move', async () => {
    const space = await makeSpace(hub, 's');
    const unit = await makeUnit(hub, space, 'u');
    const tag = await hub.do<Tag>('POST', `/space/${space.SpaceID}/tag`, { Slug: 'good' });
    const attach = (Revision?: string) =>
      hub.do<BulkRow[]>('POST', `/unit/tag?${where("Slug = 'u'")}`, { TagID: tag.TagID, Revision });
    await attach();
    await invoke(hub, unit, 'set-replicas', '2');
    await invoke(hub, unit, 'set-replicas', '3');
    await hub.do('PATCH', `${unitPath(unit)}?restore=Tag:${tag.TagID}`, null);
    assert.equal(dataOf(await readUnit(hub, unit)), DEPLOYMENT);
    await attach('3');
    await hub.do('PATCH', `${unitPath(unit)}?restore=Tag:s/good`, null);
    assert.match(dataOf(await readUnit(hub, unit)), /replicas: 3/);
    await hub.do('PATCH', `${unitPath(unit)}?restore=Before:Tag:${tag.TagID}`, null);
    assert.match(dataOf(await readUnit(hub, unit)), /replicas: 2/);
  });
});

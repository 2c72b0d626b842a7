import assert from 'node:assert/strict';
import type { Space } from '../spaces/model';
import { type BulkRow, call, invoke, makeSpace, makeUnit, where } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Filter } from './model';

describe('filters', () => {
  const hub = new HubUnderTest();
  let space: Space;
  before(async () => {
    await hub.start();
    space = await makeSpace(hub, 's');
    for (const slug of ['a', 'b', 'c']) await makeUnit(hub, space, slug);
  });
  after(() => hub.stop());

  const create = (filter: object) =>
    hub.do<Filter>('POST', `/space/${space.SpaceID}/filter`, { From: 'Unit', ...filter });
  const slugs = async (query: string) =>
    (await hub.do<BulkRow[]>('GET', `/unit?${query}`)).map((row) => row.Unit?.Slug);

  it('choose by metadata, together with what the command says', async () => {
    const filter = await create({ Slug: 'not-c', Where: "Slug != 'c'" });
    assert.deepEqual(await slugs(`filter=${filter.FilterID}`), ['a', 'b']);
    assert.deepEqual(await slugs(`filter=${filter.FilterID}&${where("Slug != 'a'")}`), ['b']);
  });

  it('choose by config data, for functions as well', async () => {
    const [b] = await hub.do<BulkRow[]>('GET', `/unit?${where("Slug = 'b'")}`);
    if (b?.Unit) await invoke(hub, b.Unit, 'set-replicas', '7');
    const filter = await create({
      Slug: 'big',
      ResourceType: 'apps/v1/Deployment',
      WhereData: 'spec.replicas > 5',
    });
    assert.deepEqual(await slugs(`filter=${filter.FilterID}`), ['b']);
    const rows = await hub.do<unknown[]>(
      'POST',
      `/function/invoke?filter=${filter.FilterID}`,
      call('set-replicas', '2'),
    );
    assert.equal(rows.length, 1);
    assert.deepEqual(await slugs(`filter=${filter.FilterID}`), []);
  });

  it('are refused where they do not fit', async () => {
    const filter = await create({ Slug: 'spaces', From: 'Space' });
    assert.match(
      await hub.refused(400, 'GET', `/unit?filter=${filter.FilterID}`),
      /is from Space, not from Unit/,
    );
    const body = { Slug: 'x', From: 'Space', WhereData: 'spec.replicas > 5' };
    assert.match(
      await hub.refused(400, 'POST', `/space/${space.SpaceID}/filter`, body),
      /need From to be Unit/,
    );
  });
});

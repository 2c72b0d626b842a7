import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Revision } from '../revisions/model';
import type { Space } from '../spaces/model';
import type { Tag } from '../tags/model';
import { invoke, makeSpace, makeUnit, readUnit, unitPath } from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from '../units/model';
import type { ChangeSet } from './model';

describe('the tags of a change set', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let unit: Unit;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    space = await makeSpace(hub, `tags${++number}`);
    unit = await makeUnit(hub, space, 'one');
  });

  const path = () => `/space/${space.SpaceID}/change_set`;
  const create = (body: object = {}) => hub.do<ChangeSet>('POST', path(), { Slug: 'v2', ...body });
  const read = async ({ ChangeSetID }: ChangeSet, query = '') =>
    hub.do<{ ChangeSet: ChangeSet; StartTag?: Tag; EndTag?: Tag }>('GET', `${path()}/${ChangeSetID}${query}`);
  const put = (ChangeSetID: string | null) => hub.do('PATCH', unitPath(unit), { ChangeSetID });
  const makeTag = (Slug: string) => hub.do<Tag>('POST', `/space/${space.SpaceID}/tag`, { Slug });
  /** Revision numbers that carry a tag. */
  const tagged = async (tag: string | null): Promise<number[]> => {
    const rows = await hub.do<Array<{ Revision: Revision }>>('GET', `${unitPath(unit)}/revision`);
    return rows
      .filter(({ Revision }) => tag !== null && tag in Revision.Tags)
      .map(({ Revision }) => Revision.RevisionNum);
  };

  it('are absent at first', async () => {
    const { Description, FilterID, StartTagID, EndTagID } = await create();
    assert.deepEqual(
      { Description, FilterID, StartTagID, EndTagID },
      { Description: '', FilterID: null, StartTagID: null, EndTagID: null },
    );
  });

  it('are made in its space when first needed, named after it', async () => {
    const set = await create();
    await put(set.ChangeSetID);
    await put(null);
    const { StartTag, EndTag } = await read(set, '?include=StartTagID,EndTagID');
    assert.deepEqual([StartTag?.Slug, StartTag?.SpaceID], ['v2-start', space.SpaceID]);
    assert.deepEqual([EndTag?.Slug, EndTag?.SpaceID], ['v2-end', space.SpaceID]);
  });

  it('get other names when theirs are taken', async () => {
    await makeTag('v2-start');
    await makeTag('v2-start-2');
    const set = await create();
    await put(set.ChangeSetID);
    const { StartTag, EndTag } = await read(set, '?include=StartTagID,EndTagID');
    assert.equal(StartTag?.Slug, 'v2-start-3');
    assert.equal(EndTag ?? undefined, undefined);
  });

  it('are those given, when given', async () => {
    const [start, end] = [await makeTag('from'), await makeTag('to')];
    const set = await create({ StartTagID: start.TagID, EndTagID: end.TagID });
    await put(set.ChangeSetID);
    await invoke(hub, unit, 'get-replicas');
    await put(null);
    assert.deepEqual(await tagged(start.TagID), [2]);
    assert.deepEqual(await tagged(end.TagID), [2]);
  });

  it('stay where they were when it is opened again, but the end moves', async () => {
    const set = await create();
    await put(set.ChangeSetID);
    await put(null);
    await invoke(hub, unit, 'set-replicas', '3');
    await put(set.ChangeSetID);
    assert.equal((await readUnit(hub, unit)).HeadRevisionNum, 3);
    await put(null);
    const { ChangeSet: now } = await read(set);
    assert.deepEqual(await tagged(now.StartTagID), [2]);
    assert.deepEqual(await tagged(now.EndTagID), [3]);
  });

  it('are put on a revision that tells what opened', async () => {
    await put((await create()).ChangeSetID);
    const [row] = await hub.do<Array<{ Revision: Revision }>>('GET', `${unitPath(unit)}/revision`);
    assert.equal(row?.Revision.Description, `Opened change set ${space.Slug}/v2`);
    assert.deepEqual(Object.values(row?.Revision.Tags ?? {}), ['']);
  });

  it('and its filter must exist', async () => {
    const id = randomUUID();
    for (const [field, noun] of [
      ['StartTagID', 'tag'],
      ['EndTagID', 'tag'],
      ['FilterID', 'filter'],
    ] as const) {
      assert.equal(
        await hub.refused(400, 'POST', path(), { Slug: 'v2', [field]: id }),
        `${noun} ${id} does not exist`,
      );
    }
  });

  it('need a change set that exists; nothing changes else', async () => {
    const id = randomUUID();
    assert.equal(
      await hub.refused(400, 'PATCH', unitPath(unit), { ChangeSetID: id }),
      `change set ${id} does not exist`,
    );
    const { ChangeSetID, HeadRevisionNum } = await readUnit(hub, unit);
    assert.deepEqual([ChangeSetID, HeadRevisionNum], [null, 1]);
  });

  it('closing what is not open changes nothing', async () => {
    await put(null);
    const { ChangeSetID, HeadRevisionNum } = await readUnit(hub, unit);
    assert.deepEqual([ChangeSetID, HeadRevisionNum], [null, 1]);
  });

  it('a unit that is in no change set tells the one that was named', async () => {
    const set = await create();
    const query = `unit_id=${unit.UnitID}&change_set_id=${set.ChangeSetID}`;
    const body = { FunctionInvocations: [{ FunctionName: 'set-replicas', Arguments: [{ Value: '2' }] }] };
    assert.equal(
      await hub.refused(400, 'POST', `/space/${space.SpaceID}/function/invoke?${query}`, body),
      `unit one is not in change set ${space.Slug}/v2; open it for the unit first`,
    );
  });
});

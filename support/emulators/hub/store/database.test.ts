import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Space } from '../spaces/model';
import { Database } from './database';
import { nameKey } from './tables';

describe('database', () => {
  let folder: string;
  let database: Database;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-db-'));
    database = new Database(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const journal = () => join(folder, 'journal.jsonl');
  const row = (SpaceID: string, Slug = SpaceID): Space =>
    ({ SpaceID, Slug, OrganizationID: 'o', Version: 1 }) as Space;
  const put = (...rows: Space[]) =>
    database.transact(() => {
      for (const each of rows) database.put('spaces', each);
    });
  const slugs = (from = database) => from.tables.spaces.all().map((space) => space.Slug);
  async function reopen(): Promise<Database> {
    await database.close();
    database = new Database(folder);
    return database;
  }

  it('has after reopening what was durable', async () => {
    put(row('a'), row('b'));
    database.transact(() => database.remove('spaces', 'a'));
    await database.durable();
    assert.deepEqual(slugs(await reopen()), ['b']);
  });

  it('writes one line a transaction', async () => {
    put(row('a'), row('b'));
    put(row('c'));
    await database.durable();
    assert.equal(readFileSync(journal(), 'utf8').trimEnd().split('\n').length, 2);
  });

  it('takes a transaction back as a whole when it fails, and writes nothing of it', async () => {
    put(row('a'));
    const failing = () =>
      database.transact(() => {
        database.put('spaces', row('a', 'renamed'));
        database.put('spaces', row('b'));
        throw new Error('no');
      });
    assert.throws(failing, /no/);
    assert.deepEqual(slugs(), ['a']);
    assert.equal(database.tables.spaces.count('slug', nameKey('o', 'renamed')), 0);
    assert.deepEqual(slugs(await reopen()), ['a']);
  });

  it('takes a simulation back', async () => {
    put(row('a'));
    const seen = database.simulate(() => {
      database.put('spaces', row('b'));
      return slugs();
    });
    assert.deepEqual(seen, ['a', 'b']);
    assert.deepEqual(slugs(await reopen()), ['a']);
  });

  it('cuts a torn last line, so that the next write is not lost with it', async () => {
    put(row('a'));
    await database.close();
    appendFileSync(journal(), '[["spaces","b",{"SpaceID":"b","Slu');
    database = new Database(folder);
    assert.deepEqual(slugs(), ['a']);
    put(row('c'));
    assert.deepEqual(slugs(await reopen()), ['a', 'c']);
  });

  it('refuses a journal that is damaged before its last line, and says where', async () => {
    await database.close();
    writeFileSync(journal(), 'garbage\n[]\n');
    assert.throws(() => new Database(folder), /journal\.jsonl line 1 is damaged/);
    writeFileSync(journal(), '');
    database = new Database(folder);
  });

  it('comes back to a checkpoint, in memory and on disk, and forgets it when told', async () => {
    put(row('a'));
    database.saveCheckpoint('one');
    put(row('b'));
    assert.equal(await database.restoreCheckpoint('one'), true);
    assert.deepEqual(slugs(), ['a']);
    assert.deepEqual(slugs(await reopen()), ['a']);
    assert.deepEqual(
      [database.checkpoints(), database.deleteCheckpoint('one'), database.checkpoints()],
      [['one'], true, []],
    );
    assert.equal(await database.restoreCheckpoint('one'), false);
  });

  it('keeps a note with a checkpoint, for as long as that is kept', async () => {
    database.saveCheckpoint('one', { connected: ['w'] });
    assert.deepEqual((await reopen()).noteOf('one'), { connected: ['w'] });
    database.deleteCheckpoint('one');
    assert.equal(database.noteOf('one'), undefined);
  });

  it('writes its journal anew when most of it is old, and loses nothing', async () => {
    await database.close();
    database = new Database(folder, { waste: 1000 });
    for (let turn = 0; turn < 200; turn++) {
      put(row('a', `a${turn}`), row('b'));
      await database.durable();
    }
    assert(readFileSync(journal()).length < 3000, `${readFileSync(journal()).length} bytes`);
    assert.deepEqual(slugs(await reopen()), ['a199', 'b']);
  });

  it('keeps its indexes right when rows are renamed and removed', () => {
    put(row('a'));
    put(row('a', 'b'));
    assert.deepEqual([slugs(), database.tables.spaces.by('slug', nameKey('o', 'a'))], [['b'], []]);
    assert.equal(database.tables.spaces.by('slug', nameKey('o', 'b'))[0]?.SpaceID, 'a');
    database.transact(() => database.remove('spaces', 'a'));
    assert.equal(database.tables.spaces.count('organization', 'o'), 0);
  });
});

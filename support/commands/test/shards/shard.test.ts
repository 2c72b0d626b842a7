import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shardOf } from './shard';

const plan = ['One', 'Two', 'Two', 'Three'].map((name, at) => ({
  uri: 'features/stage-1.feature',
  line: 10 + at,
  name,
}));
const result = (seconds: number, outcome = 'passed') => ({ at: '', outcome, seconds });

describe('a shard of a run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shard-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const shard = (option: string, history?: unknown) => {
    const file = join(folder, 'history.json');
    if (history !== undefined)
      writeFileSync(file, typeof history === 'string' ? history : JSON.stringify(history));
    return shardOf(option, plan, file, folder);
  };
  const lines = (option: string, history?: unknown) =>
    shard(option, history).scenarios.map(({ line }) => line);

  it('is balanced by the usual time of each scenario, a second one of the same name by its own', () => {
    const history = {
      'stage-1/one': [result(90), result(1), result(2), result(60, 'skipped')],
      'stage-1/two': [result(3)],
      'stage-1/two-2': [result(9)],
      'stage-1/three': [result(1)],
    };
    assert.deepEqual(lines('1/2', history), [12]);
    assert.deepEqual(lines('2/2'), [10, 11, 13]);
  });

  it('says on which grounds it has what it has', () => {
    assert.equal(
      shard('1/2').told,
      'Shard 1 of 2: 2 of 4 scenarios, shared out by number, as history.json does not exist',
    );
    assert.match(shard('1/2', '{').told, /by number, as history\.json is no history of runs$/);
    assert.match(shard('1/2', {}).told, /by number, as history\.json knows none of them$/);
    const known = { 'stage-1/one': [result(4)], 'stage-1/three': [result(2)] };
    assert.equal(
      shard('2/2', known).told,
      'Shard 2 of 2: 2 of 4 scenarios, balanced by history.json (2 scenarios unknown to it): expected 6.0 s of 14.0 s',
    );
  });

  for (const option of ['0/4', '5/4', '1/0'])
    it(`cannot be ${option}`, () =>
      assert.throws(() => shard(option), new RegExp(`--shard is "${option}"; the first of 4 shards is 1/4`)));
});

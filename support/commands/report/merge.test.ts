import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type SampleProject, sampleProject } from '../test/sample-project';
import { mergeReports } from './merge';

describe('merging reports', () => {
  let sample: SampleProject;
  let folder: string;
  before(() => {
    const scenarios = ['all is well', 'all is well', 'it breaks'].map(
      (sentence, at) => `  Scenario: ${at}\n    Given ${sentence}\n`,
    );
    sample = sampleProject(
      { 'a.feature': `Feature: A\n${scenarios.join('')}` },
      `Given('all is well', () => {});\nGiven('it breaks', () => { throw new Error('expected 5, found 4'); });`,
    );
    folder = mkdtempSync(join(tmpdir(), 'merge-'));
  });
  after(() => {
    sample.remove();
    rmSync(folder, { recursive: true });
  });
  const at = (name: string) => join(folder, name);
  const shard = async (name: string, ...argv: string[]) => {
    process.env.MTX_DURATIONS = 'none.json';
    const { report } = await sample.run(...argv);
    mkdirSync(at(name), { recursive: true });
    writeFileSync(join(at(name), 'messages.ndjson'), report('messages.ndjson'));
  };
  const merge = async (names: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    let output = '';
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        output += String(chunk);
        done();
      },
    });
    const surroundings = { cwd: folder, env: { MTX_REPORTS: 'whole', ...env }, stdout };
    const ok = await mergeReports(names.map(at), surroundings);
    return { ok, output, lastLine: output.trimEnd().split('\n').at(-1) };
  };

  it('tells what the whole run would have told, also to GitHub', async () => {
    await shard('1', '--shard', '1/2');
    await shard('2', '--shard', '2/2');
    const { ok, output, lastLine } = await merge(['1', '2'], { GITHUB_ACTIONS: 'true' });
    assert.deepEqual({ ok, lastLine }, { ok: false, lastLine: '2 passed, 1 failed, 0 skipped' });
    assert.match(output, /^::error file=features\/a\.feature,line=6,title=2 \(failed\)::/m);
    assert.match(readFileSync(join(at('whole'), 'stages.json'), 'utf8'), /"passed": 2/);
  });

  it('fails, and names the shard, when one left nothing', async () => {
    await shard('1', '--shard', '1/2', '--name', '[01]');
    const { ok, output, lastLine } = await merge(['1', 'gone']);
    assert.deepEqual({ ok, lastLine }, { ok: false, lastLine: '1 passed, 0 failed, 0 skipped' });
    assert.match(output, /Shard 2 of 2 is missing: 1 scenario of 2 did not run\./);
    assert.match(readFileSync(join(at('whole'), 'index.html'), 'utf8'), /Shard 2 of 2 is missing/);
  });

  it('refuses a folder without a run, and leaves the reports that are there', async () => {
    await shard('1', '--name', '0');
    mkdirSync(at('whole'), { recursive: true });
    writeFileSync(join(at('whole'), 'stages.md'), 'of the last run');
    await assert.rejects(merge(['1', 'gone']), /There is no .*gone\/messages\.ndjson/);
    assert.ok(existsSync(join(at('whole'), 'stages.md')));
    await assert.rejects(merge(['1', 'whole']), /is where the merged report goes/);
  });
});

import assert from 'node:assert/strict';
import type { Envelope } from '@cucumber/messages';
import { type SampleProject, sampleProject } from '../commands/test/sample-project';
import { stagesFile } from './files/stages-json';
import { mergeRuns, type RunPart } from './merge';
import { buildRun } from './model/build';
import { scenariosOf } from './model/sections';
import { isShardMessage, shardMessage, shardRecordIn } from './shards';

const feature = (stage: number, sentences: readonly string[]): string =>
  `@stage-${stage}\nFeature: Stage ${stage}: Sample\n\n${sentences
    .map((sentence, row) => `  Scenario: ${row} ${sentence}\n    Given ${sentence}\n`)
    .join('\n')}`;

const steps = `
Given('all is well', () => {});
Given('it breaks', () => { throw new Error('EU replicas: expected 5, found 4'); });
Given('it is pending', () => 'pending');
`;

describe('runs in parts', () => {
  let sample: SampleProject;
  before(() => {
    sample = sampleProject(
      {
        'a.feature': feature(1, ['all is well', 'it breaks', 'all is well']),
        'b.feature': feature(2, ['it is pending', 'all is well']),
      },
      steps,
    );
  });
  after(() => sample.remove());

  /** Like machines that were given the same file: what one of them writes down, the others do not see. */
  const part = async (...argv: string[]): Promise<RunPart> => {
    process.env.MTX_DURATIONS = 'none.json';
    const { report } = await sample.run(...argv);
    const lines = report('messages.ndjson').trim().split('\n');
    return { from: argv.join(' '), messages: lines.map((line) => JSON.parse(line) as Envelope) };
  };
  const toldBy = (messages: readonly Envelope[]) => {
    const run = buildRun(messages);
    const scenarios = run.sections.flatMap(scenariosOf);
    const counts = run.sections.map(({ id, counts }) => ({ id, counts }));
    return {
      counts,
      problems: run.problems,
      scenarios: scenarios.map(({ id, status, rerun, failure }) => ({
        id,
        status,
        rerun,
        why: failure?.message,
      })),
    };
  };

  it('are one when they are merged, whatever the order of the parts', async () => {
    const whole = await part();
    const shards = [await part('--shard', '1/3'), await part('--shard', '2/3'), await part('--shard', '3/3')];
    const expected = toldBy(whole.messages);
    assert.equal(expected.scenarios.length, 5);
    assert.deepEqual(toldBy(mergeRuns(shards)), expected);
    assert.deepEqual(toldBy(mergeRuns([...shards].reverse())), expected);
  });

  it('take as long as from the first start to the last end', async () => {
    const [early, late] = [await part('--shard', '1/2'), await part('--shard', '2/2')];
    const merged = buildRun(mergeRuns([late, early]));
    assert.equal(merged.started, buildRun(early.messages).started);
    assert.ok(merged.seconds >= buildRun(early.messages).seconds + buildRun(late.messages).seconds);
    assert.equal(stagesFile(merged).failed, 2);
  });

  it('are refused when two ran the same scenario', async () => {
    const parts = [await part('--name', '0 '), await part('--name', '1 it breaks')];
    assert.doesNotThrow(() => mergeRuns(parts));
    assert.throws(
      () => mergeRuns([...parts, { ...(parts[1] as RunPart), from: 'again' }]),
      /features\/a\.feature:\d+ 1 it breaks is in --name 1 it breaks and in again/,
    );
  });

  it('are refused when they are not the shards of one run', async () => {
    const first = await part('--shard', '1/2');
    const refused = async (other: Promise<RunPart>, why: RegExp) => {
      const parts = [first, await other];
      assert.throws(() => mergeRuns(parts), why);
    };
    await refused(part('--shard', '1/2'), /are both shard 1 of 2/);
    await refused(part('--shard', '2/3'), /are of 2 and of 3 shards/);
    await refused(
      part('--shard', '2/2', '--tags', '@stage-1'),
      /differ in their features or options: they knew 5 and 3 scenarios/,
    );
    const second = await part('--shard', '2/2');
    const record = shardRecordIn(second.messages);
    assert.ok(record);
    const other = shardMessage({ ...record, split: 'another', durations: '77' });
    const misled = second.messages.map((message) => (isShardMessage(message) ? other : message));
    await refused(
      Promise.resolve({ from: 'misled', messages: misled }),
      /divided the scenarios by different durations \(none and digest 77\).*MTX_DURATIONS/,
    );
  });

  it('are a run that failed when a shard is missing, and name it', async () => {
    const messages = mergeRuns([await part('--shard', '1/3'), await part('--shard', '3/3')]);
    const whole = buildRun(messages);
    assert.deepEqual(whole.problems, ['Shard 2 of 3 is missing: 2 scenarios of 5 did not run.']);
    assert.equal(messages.at(-1)?.testRunFinished?.success, false);
  });

  it('may have nothing to do, as only the whole is judged', async () => {
    const { ok, lastLine } = await sample.run('--tags', '@stage-1', '--name', '0 ', '--shard', '2/2');
    assert.deepEqual({ ok, lastLine }, { ok: true, lastLine: '0 passed, 0 failed, 0 skipped' });
  });

  it('keep the address of each scenario, also when another one of that name ran elsewhere', async () => {
    const outline = `Feature: A\n  Scenario Outline: Same\n    Given <what>\n    Examples:\n      | what |\n      | all is well |\n      | it breaks |\n`;
    const twice = sampleProject({ 'a.feature': outline }, steps);
    try {
      const { report } = await twice.run('features/a.feature:7');
      assert.deepEqual(Object.keys(JSON.parse(report('history.json'))), ['a/same-2']);
    } finally {
      twice.remove();
    }
  });

  it('count what a part left out when it was broken off', async () => {
    const parts = [await part('--shard', '1/2'), await part('--shard', '2/2')];
    const cut = (parts[1] as RunPart).messages.filter(
      ({ testRunFinished, testCaseStarted, testCaseFinished, testStepFinished, testStepStarted }) =>
        !(testRunFinished || testCaseStarted || testCaseFinished || testStepFinished || testStepStarted),
    );
    const merged = buildRun(mergeRuns([parts[0] as RunPart, { from: 'cut', messages: cut }]));
    assert.deepEqual(merged.problems, ['The run ended before 2 of its scenarios had begun.']);
    assert.throws(() => mergeRuns([{ from: 'nothing', messages: [] }]), /nothing tells of no run/);
  });
});

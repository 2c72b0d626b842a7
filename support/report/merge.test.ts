import assert from 'node:assert/strict';
import type { Envelope } from '@cucumber/messages';
import { type SampleProject, sampleProject } from '../commands/test/sample-project';
import { stagesFile } from './files/stages-json';
import { mergeRuns, type RunPart } from './merge';
import { buildRun } from './model/build';
import { scenariosOf } from './model/sections';

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

  const part = async (...argv: string[]): Promise<RunPart> => {
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
    const parts = [await part('--shard', '1/2'), await part('--name', '1 it breaks')];
    assert.doesNotThrow(() => mergeRuns(parts));
    assert.throws(
      () => mergeRuns([...parts, { ...(parts[1] as RunPart), from: 'again' }]),
      /features\/a\.feature:\d+ 1 it breaks is in --name 1 it breaks and in again/,
    );
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

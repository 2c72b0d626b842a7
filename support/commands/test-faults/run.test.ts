import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { PickleStepType, TestStepResultStatus } from '@cucumber/messages';
import type { Fault } from '../../faults/fault';
import type { Trial } from './carry-out';
import { type CarryOut, proveDetection } from './run';

const fault = (name: string, ...caughtBy: [string, ...string[]]): Fault => ({
  name,
  part: 'hub',
  stage: 4,
  caughtBy,
});
const places = new Map([
  ['EU keeps its replicas', 'features/a.feature:3'],
  ['Asia keeps its replicas', 'features/a.feature:9'],
]);

function trial(
  failed?: PickleStepType,
  message = 'expected 5, found 1',
  strikes = ['PATCH /api/unit'],
): Trial {
  const status = failed ? TestStepResultStatus.FAILED : TestStepResultStatus.PASSED;
  const result = { status, message, duration: { seconds: 0, nanos: 0 } };
  const step = {
    id: 's',
    text: 'the EU still has 5 replicas',
    type: failed ?? PickleStepType.OUTCOME,
    astNodeIds: [],
  };
  const pickle = { id: 'p', uri: '', name: '', language: '', steps: [step], tags: [], astNodeIds: [] };
  const testCase = { id: 'c', pickleId: 'p', testSteps: [{ id: 't', pickleStepId: 's' }] };
  const timestamp = { seconds: 0, nanos: 0 };
  const testStepFinished = { testCaseStartedId: 'x', testStepId: 't', testStepResult: result, timestamp };
  const messages = [{ pickle }, { testCase }, { testStepFinished }] as Trial['messages'];
  return { ok: !failed, seconds: 5, messages, strikes, output: '' };
}

async function prove(
  faults: Fault[],
  carryOut: CarryOut,
): Promise<{ ok: boolean; output: string; last: string }> {
  const stdout = new PassThrough();
  const ok = await proveDetection(faults, places, carryOut, stdout);
  const output = String(stdout.read());
  return { ok, output, last: output.trimEnd().split('\n').at(-1) ?? '' };
}

const loses = fault('An upgrade loses edits', 'EU keeps its replicas');

describe('the proof that faults are detected', () => {
  it('ends with how many of how many, and well when all are', async () => {
    const { ok, output, last } = await prove([loses], async (_where, _settings, planted) =>
      planted ? trial(PickleStepType.OUTCOME) : trial(),
    );
    assert.equal(last, '1 of 1 faults detected');
    assert.match(
      output,
      /✓ An upgrade loses edits +hub +4 +5\.0 +EU keeps its replicas: the EU still has 5 replicas/,
    );
    assert.equal(ok, true);
  });

  const missed: Array<[when: string, run: () => Trial, told: RegExp]> = [
    ['nothing goes red', () => trial(), /nothing went red/],
    ['the way to the starting point breaks', () => trial(PickleStepType.CONTEXT), /broke at "the EU still/],
    ['the fault never struck', () => trial(PickleStepType.OUTCOME, 'a', []), /the fault never struck/],
    [
      'the fault itself breaks',
      () => trial(PickleStepType.ACTION, 'HTTP 502: the interceptor failed: x'),
      /the fault itself broke/,
    ],
    ['nothing ran', () => ({ ...trial(), messages: [] }), /the scenario did not run/],
  ];
  for (const [when, run, told] of missed)
    it(`counts a fault as missed when ${when}`, async () => {
      const other = fault('An upgrade skips a region', 'Asia keeps its replicas');
      const { ok, output, last } = await prove([loses, other], async (_where, _settings, planted) => {
        if (!planted) return trial();
        return planted === loses.name ? run() : trial(PickleStepType.ACTION);
      });
      assert.equal(last, '1 of 2 faults detected');
      assert.match(output, /✗ An upgrade loses edits .*NOT DETECTED by EU keeps its replicas/);
      assert.match(output, told);
      assert.equal(ok, false);
    });

  it('demands that each scenario that is named notices', async () => {
    const both = fault('An upgrade loses edits', 'EU keeps its replicas', 'Asia keeps its replicas');
    const { ok, last } = await prove([both], async ([where], _settings, planted) =>
      planted && where?.endsWith(':3') ? trial(PickleStepType.OUTCOME) : trial(),
    );
    assert.equal(last, '0 of 1 faults detected');
    assert.equal(ok, false);
  });

  it('runs the scenarios of a fault with the settings that it names, with it and without', async () => {
    const settings = { MTX_DEPLOY: 'release' };
    const released = { ...fault('A release is lost', 'Asia keeps its replicas'), settings };
    const runs: unknown[] = [];
    const { last, output } = await prove([loses, released], async (where, set, planted) => {
      runs.push([...where, set?.MTX_DEPLOY, planted]);
      return planted ? trial(PickleStepType.OUTCOME) : trial();
    });
    assert.deepEqual(runs, [
      ['features/a.feature:3', undefined, undefined],
      ['features/a.feature:9', 'release', undefined],
      ['features/a.feature:3', undefined, loses.name],
      ['features/a.feature:9', 'release', released.name],
    ]);
    assert.match(
      output,
      /Without a fault, with MTX_DEPLOY=release, all of these must be green; scenarios: 1/,
    );
    assert.equal(last, '2 of 2 faults detected');
  });

  it('proves nothing when the scenarios are not green without a fault', async () => {
    const { ok, output, last } = await prove([loses], async () => trial(PickleStepType.OUTCOME));
    assert.match(output, /not all green without a fault/);
    assert.equal(last, '0 of 1 faults detected');
    assert.equal(ok, false);
  });

  it('refuses a fault that names a scenario that is not there', async () => {
    const lost = fault('An upgrade loses edits', 'No such scenario');
    const { ok, output } = await prove([lost], async () => trial());
    assert.match(output, /No scenario, or more than one, is called "No such scenario"/);
    assert.equal(ok, false);
  });
});

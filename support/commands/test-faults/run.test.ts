import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { PickleStepType, TestStepResultStatus } from '@cucumber/messages';
import type { Fault } from '../../faults/fault';
import type { Trial } from './carry-out';
import { type CarryOut, proveDetection } from './run';
import { planTrials } from './trials';

const fault = (name: string, ...caughtBy: [string, ...string[]]): Fault => ({
  name,
  part: 'hub',
  stage: 4,
  caughtBy,
});
const EU = 'EU keeps its replicas';
const ASIA = 'Asia keeps its replicas';
const places = new Map([
  [EU, 'features/a.feature:3'],
  [ASIA, 'features/a.feature:9'],
]);

/** How a scenario went: the type of the step that failed, if one did. */
interface Went {
  failed?: PickleStepType;
  message?: string;
  struck?: boolean;
}
const noticed: Went = { failed: PickleStepType.OUTCOME };

/** A run in which scenarios went so. */
function trial(wents: Record<string, Went>): Trial {
  const messages = Object.entries(wents).flatMap(([name, { failed, message = 'expected 5, found 1' }]) => {
    const status = failed ? TestStepResultStatus.FAILED : TestStepResultStatus.PASSED;
    const result = { status, message, duration: { seconds: 5, nanos: 0 } };
    const step = {
      id: `step of ${name}`,
      text: 'the EU still has 5 replicas',
      type: failed ?? PickleStepType.OUTCOME,
      astNodeIds: [],
    };
    const pickle = {
      id: `pickle of ${name}`,
      uri: '',
      name,
      language: '',
      steps: [step],
      tags: [],
      astNodeIds: [],
    };
    const testSteps = [{ id: `t of ${name}`, pickleStepId: step.id }];
    const testCase = { id: `case of ${name}`, pickleId: pickle.id, testSteps };
    const timestamp = { seconds: 0, nanos: 0 };
    const testCaseStarted = { id: `run of ${name}`, testCaseId: testCase.id, attempt: 0, timestamp };
    const testStepFinished = {
      testCaseStartedId: testCaseStarted.id,
      testStepId: `t of ${name}`,
      testStepResult: result,
      timestamp,
    };
    return [{ pickle }, { testCase }, { testCaseStarted }, { testStepFinished }];
  });
  const strikes = Object.entries(wents)
    .filter(([, { failed, struck = failed !== undefined }]) => struck)
    .map(([scenario]) => ({ scenario, strike: 'PATCH /api/unit' }));
  return {
    ok: Object.values(wents).every(({ failed }) => !failed),
    seconds: 5,
    messages,
    strikes,
    output: '',
  };
}

/** Runs in which scenarios that meet a fault go as told, all others well. */
function running(went: (scenario: string, fault: string) => Went | undefined): CarryOut {
  return async (_places, _settings, faults = {}) => {
    const told = Object.entries(faults).map(([scenario, fault]) => [scenario, went(scenario, fault)]);
    return trial(Object.fromEntries(told.filter(([, one]) => one)));
  };
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

const loses = fault('An upgrade loses edits', EU);

describe('the proof that faults are detected', () => {
  it('ends with how many of how many, and well when all are', async () => {
    const { ok, output, last } = await prove(
      [loses],
      running(() => noticed),
    );
    assert.equal(last, '1 of 1 faults detected');
    assert.match(
      output,
      /✓ An upgrade loses edits +hub +4 +5\.0 +EU keeps its replicas: the EU still has 5 replicas/,
    );
    assert.equal(ok, true);
  });

  const missed: Array<[when: string, went: Went | undefined, told: RegExp]> = [
    ['nothing goes red', {}, /nothing went red/],
    ['the way to the starting point breaks', { failed: PickleStepType.CONTEXT }, /broke at "the EU still/],
    ['the fault never struck', { failed: PickleStepType.OUTCOME, struck: false }, /the fault never struck/],
    [
      'the fault itself breaks',
      { failed: PickleStepType.ACTION, message: 'HTTP 502: the interceptor failed: x' },
      /the fault itself broke/,
    ],
    ['the scenario did not run', undefined, /the scenario did not run/],
  ];
  for (const [when, went, told] of missed)
    it(`counts a fault as missed when ${when}, whatever happens to others beside it`, async () => {
      const other = fault('An upgrade skips a region', ASIA);
      const { ok, output, last } = await prove(
        [loses, other],
        running((scenario) => (scenario === EU ? went : noticed)),
      );
      assert.equal(last, '1 of 2 faults detected');
      assert.match(output, /✗ An upgrade loses edits .*NOT DETECTED by EU keeps its replicas/);
      assert.match(output, /✓ An upgrade skips a region/);
      assert.match(output, told);
      assert.equal(ok, false);
    });

  it('demands that each scenario that is named notices', async () => {
    const both = fault('An upgrade loses edits', EU, ASIA);
    const { ok, last } = await prove(
      [both],
      running((scenario) => (scenario === EU ? noticed : {})),
    );
    assert.equal(last, '0 of 1 faults detected');
    assert.equal(ok, false);
  });

  it('runs the scenarios of a fault with the settings that it names, with it and without', async () => {
    const settings = { MTX_DEPLOY: 'release' };
    const released = { ...fault('A release is lost', ASIA), settings };
    const runs: unknown[] = [];
    const { last, output } = await prove([loses, released], async (where, set, faults) => {
      runs.push([...where, set?.MTX_DEPLOY, faults]);
      return running(() => noticed)(where, set, faults);
    });
    assert.deepEqual(runs, [
      ['features/a.feature:3', undefined, undefined],
      ['features/a.feature:9', 'release', undefined],
      ['features/a.feature:3', undefined, { [EU]: loses.name }],
      ['features/a.feature:9', 'release', { [ASIA]: released.name }],
    ]);
    assert.match(
      output,
      /Without a fault, with MTX_DEPLOY=release, all of these must be green; scenarios: 1/,
    );
    assert.equal(last, '2 of 2 faults detected');
  });

  it('proves nothing when the scenarios are not green without a fault', async () => {
    const { ok, output, last } = await prove([loses], async () => trial({ [EU]: noticed }));
    assert.match(output, /not all green without a fault/);
    assert.equal(last, '0 of 1 faults detected');
    assert.equal(ok, false);
  });

  it('refuses a fault that names a scenario that is not there', async () => {
    const lost = fault('An upgrade loses edits', 'No such scenario');
    const { ok, output } = await prove([lost], async () => trial({}));
    assert.match(output, /No scenario, or more than one, is called "No such scenario"/);
    assert.equal(ok, false);
  });
});

describe('the processes in which faults are tried', () => {
  const where = new Map([
    ['a1', 'features/a.feature:1'],
    ['a2', 'features/a.feature:9'],
    ['a3', 'features/a.feature:12'],
    ['b1', 'features/b.feature:1'],
    ['c1', 'features/c.feature:1'],
  ]);
  const planned = (faults: Fault[]) =>
    planTrials(faults, where, 2).map((plan) => plan.map((one) => `${one.fault.name}: ${one.scenario}`));

  it('keep the scenarios of a feature together, and have as much to do as each other', () => {
    const faults = [fault('F', 'a1', 'b1'), fault('G', 'c1', 'a2'), fault('H', 'a3')];
    assert.deepEqual(planned(faults), [
      ['F: a1', 'G: a2', 'H: a3'],
      ['F: b1', 'G: c1'],
    ]);
  });

  it('have each scenario once', () => {
    assert.deepEqual(planned([fault('F', 'a1'), fault('G', 'a1'), fault('H', 'a1')]), [
      ['F: a1'],
      ['G: a1'],
      ['H: a1'],
    ]);
  });

  it('are of its own for a fault on the way to a starting point, and for other settings', () => {
    const early: Fault = { ...fault('F', 'a1', 'a2'), inSetUp: true };
    const released: Fault = { ...fault('G', 'a1'), settings: { MTX_DEPLOY: 'release' } };
    assert.deepEqual(planned([early, released, fault('H', 'a3')]), [
      ['G: a1'],
      ['H: a3'],
      ['F: a1'],
      ['F: a2'],
    ]);
  });
});

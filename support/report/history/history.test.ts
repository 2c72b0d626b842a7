import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result, Run } from '../model/run';
import { scenariosOf } from '../model/sections';
import { isFlaky } from './flaky';
import { remembering } from './history';

const runAt = (started: string, statuses: Record<string, 'passed' | 'failed' | 'pending' | 'skipped'>) => {
  const scenarios = Object.entries(statuses).map(([id, status]) => ({ id, status, seconds: 1, attempts: 1 }));
  return { started, sections: [{ features: [{ scenarios }] }] } as unknown as Run;
};
const trendOf = (run: Run, id: string) =>
  run.sections.flatMap(scenariosOf).find((scenario) => scenario.id === id)?.trend ?? [];
const outcomes = (run: Run, id: string) => trendOf(run, id).map(({ outcome }) => outcome);

describe('the history of scenarios', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'history-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps the last 20 results of each, also of those that a run left out', () => {
    remembering(runAt('first', { eu: 'failed', us: 'passed' }), folder);
    for (let n = 0; n < 18; n += 1) remembering(runAt(`${n}`, { eu: 'passed' }), folder);
    const twentieth = remembering(runAt('20th', { eu: 'pending', us: 'skipped' }), folder);
    assert.deepEqual(outcomes(twentieth, 'eu'), ['failed', ...Array(18).fill('passed'), 'failed']);
    assert.deepEqual(outcomes(twentieth, 'us'), ['passed', 'skipped']);
    const next = remembering(runAt('21st', { eu: 'passed' }), folder);
    assert.deepEqual(outcomes(next, 'eu'), [...Array(18).fill('passed'), 'failed', 'passed']);
  });

  it('counts a run once, however often its report is written', () => {
    remembering(runAt('first', { eu: 'failed' }), folder);
    assert.deepEqual(outcomes(remembering(runAt('first', { eu: 'passed' }), folder), 'eu'), ['passed']);
  });

  for (const damage of ['{"eu": [', '[]', '{"eu": 3}', '{"eu": [null]}'])
    it(`puts ${damage} aside and begins anew`, () => {
      writeFileSync(join(folder, 'history.json'), damage);
      assert.deepEqual(outcomes(remembering(runAt('first', { eu: 'passed' }), folder), 'eu'), ['passed']);
      assert.equal(readFileSync(join(folder, 'history.damaged.json'), 'utf8'), damage);
      assert.ok(existsSync(join(folder, 'history.json')));
    });
});

describe('a flaky scenario', () => {
  const results = (letters: string): Result[] =>
    [...letters].map((letter) => ({
      at: '',
      outcome: ({ p: 'passed', f: 'failed', s: 'skipped' } as const)[letter] ?? 'passed',
      seconds: 1,
      ...(letter === '2' ? { attempts: 2 } : {}),
    }));
  for (const letters of ['pfpf', 'ppfppfp', 'fspfp', 'p2p'])
    it(`is one with the results ${letters}`, () => assert.equal(isFlaky(results(letters)), true));
  for (const letters of ['', 'p', 'ffff', 'ppff', 'pffpp', 'ffpp', 'pspspsp'])
    it(`is none with the results "${letters}"`, () => assert.equal(isFlaky(results(letters)), false));
});

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellGitHub } from './github';
import type { Run, Scenario } from './model/run';

const scenario = (change: Partial<Scenario>): Scenario => ({
  id: 'a',
  name: 'EU keeps its replicas, all of them',
  narrative: '',
  rule: undefined,
  tags: [],
  uri: 'features/stage-4.feature',
  line: 12,
  status: 'passed',
  seconds: 1,
  attempts: 1,
  steps: [],
  failure: undefined,
  skipReason: undefined,
  trend: [],
  rerun: 'npm test -- features/stage-4.feature:12',
  ...change,
});

const runOf = (...scenarios: Scenario[]): Run => ({
  started: '2026-01-01T00:00:00Z',
  seconds: 2,
  tools: { cucumber: '12', node: '20' },
  environment: undefined,
  sections: [
    {
      id: 'stage-4',
      stage: 4,
      title: 'Push-upgrade',
      features: [{ id: 'f', uri: 'features/stage-4.feature', name: '', narrative: '', tags: [], scenarios }],
      counts: { passed: 0, failed: 1, skipped: 0 },
      seconds: 2,
    },
  ],
  problems: ['no hub: 100% of it'],
  totals: { passed: 0, failed: 1, skipped: 0 },
});

describe('what GitHub Actions is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'github-'));
  const summary = join(folder, 'summary.md');
  after(() => rmSync(folder, { recursive: true }));
  const failure = {
    step: 'Then EU has 5 replicas',
    status: 'failed',
    message: 'expected 5,\nfound 4',
    stack: undefined,
  } as const;
  const broken = scenario({ status: 'failed', failure });
  const told = (run: Run, env: NodeJS.ProcessEnv): string => {
    let lines = '';
    tellGitHub(run, env, (text) => {
      lines += text;
    });
    return lines;
  };

  it('is an annotation at each scenario that broke, one line each, and the problems of the run', () => {
    assert.equal(
      told(runOf(scenario({}), broken), { GITHUB_ACTIONS: 'true' }),
      '::error file=features/stage-4.feature,line=12,title=EU keeps its replicas%2C all of them (failed)::' +
        'Then EU has 5 replicas%0Aexpected 5,%0Afound 4%0ARun it again: npm test -- features/stage-4.feature:12\n' +
        '::error::no hub: 100%25 of it\n',
    );
  });

  it('is the table of stages, after what other steps have written into the summary', () => {
    writeFileSync(summary, 'before\n');
    told(runOf(broken), { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
    assert.match(readFileSync(summary, 'utf8'), /^before\n# MicroTraderX[\s\S]*\| 4 \| Push-upgrade \|/);
  });

  it('is nothing elsewhere', () => {
    assert.equal(told(runOf(broken), { GITHUB_STEP_SUMMARY: join(folder, 'other') }), '');
    assert.throws(() => readFileSync(join(folder, 'other')));
  });
});

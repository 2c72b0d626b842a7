import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { Job } from 'kubernetes-models/batch/v1';
import { PersistentVolumeClaim } from 'kubernetes-models/v1';
import { parse } from 'yaml';
import { projectRoot } from '../../environment/build';
import { type SampleProject, sampleProject } from '../test/sample-project';

const folder = join(projectRoot, '.ci', 'kubernetes');
const read = (file: string) => parse(readFileSync(join(folder, file), 'utf8'), { strict: true });
const job = new Job(read('job.yaml'));
const container = job.spec?.template.spec?.containers[0];
const variable = (name: string) => container?.env?.find((candidate) => candidate.name === name)?.value ?? '';

describe('the Indexed Job that runs the shards on a cluster', () => {
  it('is what Kubernetes takes, and so is the claim of its volume', () => {
    job.validate();
    new PersistentVolumeClaim(read('reports.yaml')).validate();
    const wrong = read('job.yaml');
    wrong.spec.completionMode = 7;
    assert.throws(() => new Job(wrong).validate(), /completionMode/);
  });

  it('has a pod for each shard and one that merges, all of them at once', () => {
    const { completionMode, completions, parallelism } = job.spec ?? {};
    const pods = Number(variable('SHARDS')) + 1;
    assert.deepEqual(
      { completionMode, completions, parallelism },
      {
        completionMode: 'Indexed',
        completions: pods,
        parallelism: pods,
      },
    );
  });

  it('mounts the claim where the reports go', () => {
    const [volume] = job.spec?.template.spec?.volumes ?? [];
    assert.equal(volume?.persistentVolumeClaim?.claimName, read('reports.yaml').metadata.name);
    assert.deepEqual(container?.volumeMounts, [{ name: volume?.name, mountPath: variable('REPORTS') }]);
  });
});

/** The pods as processes: their command, their variables, a folder instead of the volume. */
describe('the pods of the Indexed Job', function () {
  this.timeout(120_000);
  let sample: SampleProject;
  let volume: string;
  const indexes = Array.from({ length: job.spec?.completions ?? 0 }, (_, index) => index);
  beforeEach(() => {
    const scenarios = Array.from({ length: 6 }, (_, at) => `  Scenario: ${at}\n    Given all is well\n`);
    sample = sampleProject(
      { 'a.feature': `@stage-1\nFeature: Stage 1: A\n${scenarios.join('')}` },
      `Given('all is well', function () { if (process.env.BREAKS) throw new Error('expected 5, found 4'); });`,
    );
    const program = (name: string) =>
      `node -r ${projectRoot}/support/typescript.cjs ${projectRoot}/support/commands/${name}.ts`;
    const scripts = { test: program('test'), report: program('report') };
    writeFileSync(join(sample.folder, 'package.json'), JSON.stringify({ scripts }));
    volume = mkdtempSync(join(tmpdir(), 'volume-'));
  });
  afterEach(() => {
    sample.remove();
    rmSync(volume, { recursive: true });
  });
  const pod = (index: number, more: Record<string, string> = {}) => {
    const [shell = '', ...args] = container?.command ?? [];
    const known = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value ?? '']));
    return execa(
      shell,
      args.map((arg) => (arg.includes('/') ? join(projectRoot, arg) : arg)),
      {
        cwd: sample.folder,
        env: { ...known, REPORTS: volume, RUN: 'run-1', JOB_COMPLETION_INDEX: `${index}`, ...more },
        reject: false,
        all: true,
      },
    );
  };
  const report = (file: string) => readFileSync(join(volume, file), 'utf8');

  it('come to one report, and the merge waits for all of them', async () => {
    const last = pod(indexes.length - 1);
    await once(last.stdout, 'data');
    const pods = await Promise.all([...indexes.slice(0, -1).map((index) => pod(index)), last]);
    assert.deepEqual(
      pods.map(({ exitCode }) => exitCode),
      indexes.map(() => 0),
      pods.map(({ all }) => all).join('\n'),
    );
    const merge = pods.at(-1)?.stdout ?? '';
    assert.match(merge, /Waiting for .*shard-0.*shard-3/);
    assert.equal(merge.split('\n').at(-1), '6 passed, 0 failed, 0 skipped');
    assert.deepEqual(Object.keys(JSON.parse(report('history.json'))).length, 6);
    assert.ok(!existsSync(join(volume, 'run-1')), 'the parts are gone, the whole is there');
    assert.match(pods[0]?.stdout ?? '', /^Shard 1 of 4: 2 of 6 scenarios/m);
  });

  it('fail the Job by the merge alone when tests failed, and name a shard that left nothing', async () => {
    mkdirSync(join(volume, 'run-0', 'shard-1'), { recursive: true });
    writeFileSync(join(volume, 'run-0', 'shard-1', 'messages.ndjson'), 'of another run');
    assert.equal((await pod(0, { BREAKS: 'yes' })).exitCode, 0);
    const merge = await pod(indexes.length - 1, { WAIT_SECONDS: '0' });
    assert.match(merge.all, /After 0 s there is still nothing in \S+shard-1/);
    assert.match(merge.all, /Shard 2, 3, 4 of 4 is missing: 4 scenarios of 6 did not run\./);
    assert.match(merge.all, /0 passed, 2 failed, 0 skipped$/);
    assert.equal(merge.exitCode, 1, 'podFailurePolicy ends the Job with 1');
    assert.deepEqual(readdirSync(join(volume, 'run-1')), ['shard-0'], 'kept to look into');
  });

  it('are tried again when a shard could not report', async () => {
    const broken = await pod(0, { NODE_OPTIONS: '--no-such-option' });
    assert.equal(broken.exitCode, 2, broken.all);
  });
});

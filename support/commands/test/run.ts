import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { scratchFolder, sweepScratch } from '../../environment/scratch/scratch';
import { readSettings } from '../../environment/settings/read';
import { progressPrinter } from '../../report/console/progress';
import { summaryText } from '../../report/console/summary';
import { tellGitHub } from '../../report/github';
import { maskedOutput } from '../../report/masked-output';
import { createRedactor } from '../../report/redact';
import { readRemembered } from '../../report/secrets-file';
import { shardMessage } from '../../report/shards';
import { closingLine, duration } from '../../report/words';
import { maskedRun, removeReports, writeReports } from '../../report/write';
import { type FeatureRun, prepareFeatures, type Surroundings } from './run-features';
import { shareCluster } from './share-cluster';
import { takenByNpm } from './taken-by-npm';
import { verdictOf } from './verdict';

/** How a run of the tests ended. */
export interface TestOutcome {
  ok: boolean;
  /** The process must end by force (`--exit`). */
  forceExit: boolean;
}

/**
 * Runs the features with any option of cucumber, writes the reports into `MTX_REPORTS` (default `reports`), and
 * ends its output with `N passed, N failed, N skipped`. In order when all that ran passed and something ran.
 *
 * @param build makes the programs that the features drive; called once, before any process of the run starts
 */
export async function runTests(
  argv: string[],
  surroundings: Surroundings,
  build: () => Promise<unknown>,
): Promise<TestOutcome> {
  const { stdout } = surroundings;
  const taken = takenByNpm(argv, surroundings.env);
  if (taken) throw new RangeError(taken);
  const reports = takePath(surroundings, 'MTX_REPORTS', 'reports');
  const durations = takePath(surroundings, 'MTX_DURATIONS', join('reports', 'history.json'));
  const scratch = scratchFolder();
  const secrets = join(scratch, 'secrets');
  try {
    const shown = maskedOutput(stdout, secrets);
    const run = await prepareFeatures(argv, { ...surroundings, stdout: shown.stream }, durations);
    if (run.shard) stdout.write(`${run.shard.told}\n`);
    if (!run.dryRun) {
      // Before the reports of the last run are gone.
      readSettings(surroundings.env);
      await sweepScratch();
      removeReports(reports);
      await build();
    }
    surroundings.env.MTX_SECRETS_FILE = secrets;
    const follow = run.ownFormat ? shown.learnFrom : progressPrinter((text) => stdout.write(text));
    const { messages, success, error } = await collected(sharingCluster(run, surroundings, scratch), follow);
    const redactor = createRedactor(readRemembered(secrets));
    const ended = performance.now();
    const result = maskedRun(messages, redactor, error);
    let written: string | undefined;
    if (!run.dryRun) {
      const bytes = await writeReports(result, reports);
      written = `Written in ${duration((performance.now() - ended) / 1000)}, ${(bytes / 1e6).toFixed(1)} MB`;
      tellGitHub(result.run, surroundings.env, (lines) => stdout.write(lines));
    }
    const { ok, because } = verdictOf(result.run, success, run.dryRun || run.shard !== undefined);
    const page = run.dryRun ? undefined : relative(surroundings.cwd, join(reports, 'index.html'));
    const text = [summaryText(result.run, page), written, because, closingLine(result.run.totals)];
    stdout.write(`\n${text.filter(Boolean).join('\n')}\n`);
    return { ok, forceExit: run.forceExit };
  } finally {
    delete surroundings.env.MTX_SECRETS_FILE;
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A path that is this command's business: the settings of the environment do not know the variable. */
function takePath({ cwd, env }: Surroundings, variable: string, usual: string): string {
  const path = resolve(cwd, env[variable] || usual);
  delete env[variable];
  return path;
}

/** The run, with a cluster that all its processes share, where the settings ask for one; it ends with the run. */
function sharingCluster(
  run: FeatureRun,
  { env, stderr, interrupted }: Surroundings,
  scratch: string,
): FeatureRun {
  if (run.dryRun) return run;
  return {
    ...run,
    async start(onMessage) {
      const shared = await shareCluster(env, scratch, (line) => stderr.write(`${line}\n`));
      const before = { ...env };
      Object.assign(env, shared?.env);
      let success = false;
      try {
        success = await Promise.race([run.start(onMessage), rejection(interrupted)]);
        return success;
      } finally {
        for (const name of Object.keys(shared?.env ?? {})) env[name] = before[name] ?? '';
        await shared?.stop({ failed: !success, interrupted: interrupted?.aborted ?? false });
      }
    },
  };
}

function rejection(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, fail) => {
    const end = () => fail(new Error('The run was interrupted.'));
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
  });
}

interface Collected {
  messages: Envelope[];
  success: boolean;
  error?: string;
}

async function collected(run: FeatureRun, follow: (message: Envelope) => void): Promise<Collected> {
  const messages: Envelope[] = [];
  const shard = run.shard && shardMessage(run.shard.record);
  const running = run.start((message) => {
    messages.push(message);
    if (message.testRunStarted && shard) messages.push(shard);
    follow(message);
  });
  return { messages, ...(await settled(running)) };
}

/** A hook of the whole run that fails makes cucumber throw; the reports are wanted all the same. */
async function settled(running: Promise<boolean>): Promise<{ success: boolean; error?: string }> {
  try {
    return { success: await running };
  } catch (error) {
    const { message, cause } = error as Error;
    return { success: false, error: cause instanceof Error ? `${message}\n${cause.message}` : message };
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { progressPrinter } from '../../report/console/progress';
import { summaryText } from '../../report/console/summary';
import { createRedactor } from '../../report/redact';
import { readRemembered } from '../../report/secrets-file';
import { closingLine } from '../../report/words';
import { removeReports, writeReports } from '../../report/write';
import { prepareFeatures, type Surroundings } from './run-features';
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
  const { cwd, stdout } = surroundings;
  const reports = resolve(cwd, surroundings.env.MTX_REPORTS ?? 'reports');
  const scratch = mkdtempSync(join(tmpdir(), 'microtraderx-run-'));
  const secrets = join(scratch, 'secrets');
  try {
    const run = await prepareFeatures(argv, surroundings);
    removeReports(reports);
    await build();
    surroundings.env.MTX_SECRETS_FILE = secrets;
    const messages: Envelope[] = [];
    const progress = run.ownFormat ? () => undefined : progressPrinter((text) => stdout.write(text));
    const ended = await settled(
      run.start((message) => {
        messages.push(message);
        progress(message);
      }),
    );
    const redactor = createRedactor(readRemembered(secrets));
    const result = await writeReports(messages, reports, redactor);
    if (ended.error) result.problems.push(redactor.redact(ended.error));
    const { ok, because } = verdictOf(result, ended.success, run.dryRun);
    stdout.write(`\n${summaryText(result, relative(cwd, join(reports, 'index.html')))}\n`);
    if (because) stdout.write(`${because}\n`);
    stdout.write(`${closingLine(result.totals)}\n`);
    return { ok, forceExit: run.forceExit };
  } finally {
    delete surroundings.env.MTX_SECRETS_FILE;
    rmSync(scratch, { recursive: true, force: true });
  }
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

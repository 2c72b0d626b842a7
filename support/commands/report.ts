import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { summaryText } from '../report/console/summary';
import { MergeError, mergeRuns, type RunPart } from '../report/merge';
import { createRedactor } from '../report/redact';
import { closingLine } from '../report/words';
import { maskedRun, removeReports, writeReports } from '../report/write';
import { verdictOf } from './test/verdict';

const usage = 'Usage: npm run report -- merge DIR…   (the report folders of the shards of one run)';

/** `npm run report -- merge DIR…`: one report of several parts of a run; ends as the whole run would. */
async function main([command, ...folders]: string[]): Promise<boolean> {
  if (command !== 'merge')
    throw new MergeError(`"${command ?? ''}" is nothing that a report can do.\n${usage}`);
  if (folders.length === 0) throw new MergeError(`There is nothing to merge.\n${usage}`);
  const goal = resolve(process.env.MTX_REPORTS || 'reports');
  if (folders.some((folder) => resolve(folder) === goal))
    throw new MergeError(`${goal} is where the merged report goes; name another folder in MTX_REPORTS.`);
  const messages = mergeRuns(folders.map(partIn));
  const result = maskedRun(messages, createRedactor([]));
  removeReports(goal);
  await writeReports(result, goal);
  const success = messages.some(({ testRunFinished }) => testRunFinished?.success);
  const { ok, because } = verdictOf(result.run, success, false);
  const page = relative(process.cwd(), join(goal, 'index.html'));
  const text = [summaryText(result.run, page), because, closingLine(result.run.totals)];
  process.stdout.write(`${text.filter(Boolean).join('\n')}\n`);
  return ok;
}

function partIn(folder: string): RunPart {
  const file = join(folder, 'messages.ndjson');
  if (!existsSync(file)) throw new MergeError(`There is no ${file}; give the folders that runs wrote to.`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return { from: folder, messages: lines.map((line, index) => parsed(line, `${file}:${index + 1}`)) };
}

function parsed(line: string, place: string): Envelope {
  try {
    return JSON.parse(line) as Envelope;
  } catch (error) {
    throw new MergeError(`${place} is no message of cucumber; run that part again.`, { cause: error });
  }
}

main(process.argv.slice(2)).then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: unknown) => {
    if (!(error instanceof MergeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);

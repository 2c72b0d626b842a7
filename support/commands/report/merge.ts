import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { summaryText } from '../../report/console/summary';
import { tellGitHub } from '../../report/github';
import { MergeError, mergeRuns, type RunPart } from '../../report/merge';
import { createRedactor } from '../../report/redact';
import { shardRecordIn } from '../../report/shards';
import { closingLine } from '../../report/words';
import { maskedRun, removeReports, writeReports } from '../../report/write';
import { verdictOf } from '../test/verdict';
import { messagesFile, readMessages } from './messages';

/**
 * Writes one report of several parts of a run into `MTX_REPORTS` (default `reports`), and tells what `npm test` would
 * have told of the whole.
 *
 * @param folders where the parts wrote their reports
 * @returns whether the whole run is in order
 * @throws MergeError when they are no parts of one run
 */
export async function mergeReports(
  folders: readonly string[],
  { cwd, env, stdout }: { cwd: string; env: NodeJS.ProcessEnv; stdout: Writable },
): Promise<boolean> {
  const goal = resolve(cwd, env.MTX_REPORTS || 'reports');
  if (folders.some((folder) => resolve(cwd, folder) === goal))
    throw new MergeError(`${goal} is where the merged report goes; name another folder in MTX_REPORTS.`);
  const messages = mergeRuns(partsIn(folders));
  const result = maskedRun(messages, createRedactor([]));
  removeReports(goal);
  await writeReports(result, goal);
  tellGitHub(result.run, env, (lines) => stdout.write(lines));
  const success = messages.some(({ testRunFinished }) => testRunFinished?.success);
  const { ok, because } = verdictOf(result.run, success, false);
  const page = relative(cwd, join(goal, 'index.html'));
  const text = [summaryText(result.run, page), because, closingLine(result.run.totals)];
  stdout.write(`${text.filter(Boolean).join('\n')}\n`);
  return ok;
}

/** A shard that left nothing is told of by the others, which know how many they are; no other part may lack. */
function partsIn(folders: readonly string[]): RunPart[] {
  const there = folders.filter((folder) => existsSync(messagesFile(folder)));
  const parts = there.map((folder) => ({ from: folder, messages: readMessages(folder) }));
  const absent = folders.find((folder) => !there.includes(folder));
  if (absent !== undefined && !parts.some(({ messages }) => shardRecordIn(messages)))
    throw new MergeError(`There is no ${messagesFile(absent)}; give the folders that runs wrote to.`);
  return parts;
}

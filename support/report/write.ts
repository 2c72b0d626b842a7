import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { junitXml } from './files/junit';
import { htmlPage } from './files/page';
import { stagesFile } from './files/stages-json';
import { stagesMarkdown } from './files/stages-markdown';
import { remembering } from './history/history';
import { buildRun } from './model/build';
import type { Run } from './model/run';
import type { Redactor } from './redact';
import { redactEnvelope } from './redact-messages';

/** The files that each run leaves, beside the history that it adds to. */
export const reportFiles = [
  'index.html',
  'junit.xml',
  'messages.ndjson',
  'stages.json',
  'stages.md',
] as const;

export type ReportFile = (typeof reportFiles)[number];

/** Removes the reports of an earlier run, so that nobody takes them for those of this one. */
export function removeReports(directory: string): void {
  for (const file of reportFiles) rmSync(join(directory, file), { force: true });
}

/** A run and the messages that it was read from, secrets masked in both. */
export interface MaskedRun {
  run: Run;
  messages: Envelope[];
}

/**
 * Reads a run out of its messages. `error` is what ended it from outside any scenario; it counts only when the messages
 * do not tell of a problem themselves.
 */
export function maskedRun(messages: readonly Envelope[], redactor: Redactor, error?: string): MaskedRun {
  const masked = messages.map((message) => redactEnvelope(message, redactor));
  const run = buildRun(masked);
  const problems = run.problems.length === 0 && error ? [redactor.redact(error)] : run.problems;
  return { run: { ...run, problems }, messages: masked };
}

/** Writes all reports of a run into the directory, and gives the size of the page in bytes. */
export async function writeReports({ run: told, messages }: MaskedRun, directory: string): Promise<number> {
  mkdirSync(directory, { recursive: true });
  const run = remembering(told, directory);
  const contents: Record<ReportFile, string> = {
    'messages.ndjson': messages.map((message) => `${JSON.stringify(message)}\n`).join(''),
    'junit.xml': junitXml(run),
    'stages.json': `${JSON.stringify(stagesFile(run), null, 2)}\n`,
    'stages.md': stagesMarkdown(run),
    'index.html': await htmlPage(run),
  };
  for (const file of reportFiles) writeFileSync(join(directory, file), contents[file]);
  return Buffer.byteLength(contents['index.html']);
}

import { existsSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { differences } from '../../report/differences';
import { junitXml } from '../../report/files/junit';
import { htmlPage } from '../../report/files/page';
import { stagesFile } from '../../report/files/stages-json';
import { MergeError } from '../../report/merge';
import { buildRun } from '../../report/model/build';
import type { Run } from '../../report/model/run';
import { settled } from '../../report/settled';
import { counted } from '../../report/words';
import { messagesFile, readMessages } from './messages';

const TOLD = 30;

/**
 * Tells what two runs report differently, but for times and ids.
 *
 * @param folders where the two wrote their reports
 * @returns whether they report the same
 */
export async function compareReports(folders: readonly string[], stdout: Writable): Promise<boolean> {
  const [one, other] = folders.map(runIn) as [Run, Run];
  const found = differences(one, other);
  for (const { where, first, second } of found.slice(0, TOLD))
    stdout.write(`${where}\n  - ${first}\n  + ${second}\n`);
  if (found.length > TOLD) stdout.write(`… and ${found.length - TOLD} more\n`);
  if (found.length > 0) {
    stdout.write(`${counted(found.length, 'difference')} between ${folders.join(' and ')}.\n`);
    return false;
  }
  const files = await Promise.all([one, other].map(writtenOf));
  const unequal = Object.keys(files[0] ?? {}).filter((name) => files[0]?.[name] !== files[1]?.[name]);
  stdout.write(
    unequal.length > 0
      ? `Their scenarios are the same, but ${unequal.join(' and ')} would differ.\n`
      : `The same but for times and ids: ${Object.keys(files[0] ?? {}).join(', ')}.\n`,
  );
  return unequal.length === 0;
}

/** The files as both runs would have written them, had they had the same times and ids. */
async function writtenOf(run: Run): Promise<Record<string, string>> {
  const same = settled(run);
  return {
    'stages.json': JSON.stringify(stagesFile(same)),
    'junit.xml': junitXml(same),
    'index.html': await htmlPage(same),
  };
}

function runIn(folder: string): Run {
  if (!existsSync(messagesFile(folder)))
    throw new MergeError(
      `There is no ${messagesFile(folder)}; give the folder that a run wrote its reports to.`,
    );
  return buildRun(readMessages(folder));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { MergeError } from '../../report/merge';

/** Where a run leaves cucumber's messages. */
export function messagesFile(folder: string): string {
  return join(folder, 'messages.ndjson');
}

/**
 * The messages of the run that wrote its reports to the folder.
 *
 * @throws MergeError when a line is no message
 */
export function readMessages(folder: string): Envelope[] {
  const file = messagesFile(folder);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, index) => parsed(line, `${file}:${index + 1}`));
}

function parsed(line: string, place: string): Envelope {
  try {
    return JSON.parse(line) as Envelope;
  } catch (error) {
    throw new MergeError(`${place} is no message of cucumber; run that part again.`, { cause: error });
  }
}

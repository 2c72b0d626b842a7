import { basename } from 'node:path';

/** Who says something in a lab. Its workers run as pods of the cluster, in whose log they are heard. */
export const speakers = ['hub', 'cluster', 'worker'] as const;

export interface Spoken {
  speaker: (typeof speakers)[number];
  words: string;
}

/** Who has said a line of a log file, and what. */
export function spokenIn(file: string, line: string): Spoken {
  if (basename(file, '.log') === 'hub') return { speaker: 'hub', words: line };
  const [, words] = /^output of (\S+-worker\/.*)$/.exec(line) ?? [];
  return words === undefined ? { speaker: 'cluster', words: line } : { speaker: 'worker', words };
}

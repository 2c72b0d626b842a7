import { parseArgs } from 'node:util';
import { labState } from '../../environment/lab';
import type { Console } from './console';
import { type Spoken, speakers, spokenIn } from './logs/speakers';
import { follow, logFiles, readLog } from './logs/tail';

const shown = 100;

/** Shows the last lines of what was said in the lab; with --follow also those that come, until it is interrupted. */
export async function logs(args: string[], { env, out, err }: Console): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { follow: { type: 'boolean', short: 'f', default: false } },
  });
  const unknown = positionals.filter((name) => !speakers.some((speaker) => speaker === name));
  if (unknown.length) {
    err(`There are no logs of ${unknown.join(', ')}; name some of ${speakers.join(', ')}.\n`);
    return 2;
  }
  const { folder } = await labState({ env });
  const files = logFiles(folder.logs);
  if (!files.length) {
    err('The lab has said nothing yet; `npm run lab -- start` starts it.\n');
    return 1;
  }
  const wanted = ({ speaker }: Spoken): boolean => !positionals.length || positionals.includes(speaker);
  const ends = new Map<string, number>();
  for (const file of files) {
    const { lines, end } = readLog(file);
    const said = lines.map((line) => spokenIn(file, line));
    for (const spoken of said.filter(wanted).slice(-shown)) out(text(spoken));
    ends.set(file, end);
  }
  if (!values.follow) return 0;
  await follow(ends, (file, line) => {
    const spoken = spokenIn(file, line);
    if (wanted(spoken)) out(text(spoken));
  });
  return 0;
}

function text({ speaker, words }: Spoken): string {
  return `${speaker}: ${words}\n`;
}

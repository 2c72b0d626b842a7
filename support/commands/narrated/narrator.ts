import { commandLineWith } from '../../cub/command-line';
import type { CommandRecord } from '../../cub/transcript';

/** Tells a learner what happens, and with which commands one does it by hand. */
export interface Narrator {
  say(sentence: string): void;
  command(record: CommandRecord): void;
}

/** Commands that only look are left out: they would drown those that matter. */
const LOOKING = new Set(['list', 'get']);

/** A narrator who writes sentences, and below each the commands that it took. */
export function createNarrator(write: (text: string) => void): Narrator {
  return {
    say: (sentence) => write(`${sentence}\n`),
    command({ args, exitCode, input }) {
      if (LOOKING.has(args[1] ?? '')) return;
      const line = commandLineWith(args, input).replaceAll('\n', '\n    ');
      write(`    $ ${line}${exitCode === 0 ? '' : `   (failed with ${exitCode})`}\n`);
    },
  };
}

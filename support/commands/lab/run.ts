import type { Console } from './console';
import { env } from './env';
import { logs } from './logs';
import { reset } from './reset';
import { restore } from './restore';
import { snapshot } from './snapshot';
import { snapshots } from './snapshots';
import { start } from './start';
import { status } from './status';
import { stop } from './stop';

type Verb = (args: string[], console: Console) => Promise<number>;

const verbs: Record<string, Verb> = { start, stop, status, logs, reset, env, snapshot, restore, snapshots };

const TAKE_NOTHING = ['start', 'stop', 'status', 'reset', 'snapshots'];

const usage = `Usage: npm run lab -- COMMAND

  start           start the lab: an embedded hub and an embedded cluster that last
  stop            stop it; all that was made in it is kept
  status          say what of it runs, and where
  logs            show what happens in it; -f to follow; or name some of hub, cluster, worker
  snapshot NAME   save it as it is now
  restore NAME    take it back to a snapshot; stage-1, stage-2, … are left by the stages
  snapshots       list them
  reset           stop it and remove all that was made in it, snapshots as well
  env             print what a shell needs for cub and kubectl; --shell bash, zsh, fish or powershell
`;

/** Runs one command of the lab. Returns the exit code. */
export async function runLab([name = '', ...args]: string[], console: Console): Promise<number> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb && args.length > 0 && TAKE_NOTHING.includes(name)) {
    console.err(`"lab ${name}" takes no arguments, so not ${args.join(' ')}; nothing was done.\n`);
    return 2;
  }
  if (verb) return verb(args, console);
  const asked = ['', 'help', '--help', '-h'].includes(name);
  if (!asked) console.err(`"${name}" is no command of the lab.\n`);
  (asked ? console.out : console.err)(usage);
  return asked ? 0 : 2;
}

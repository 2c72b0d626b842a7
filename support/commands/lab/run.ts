import type { Console } from './console';
import { env } from './env';
import { logs } from './logs';
import { reset } from './reset';
import { start } from './start';
import { status } from './status';
import { stop } from './stop';

type Verb = (args: string[], console: Console) => Promise<number>;

const verbs: Record<string, Verb> = { start, stop, status, logs, reset, env };

const usage = `Usage: npm run lab -- COMMAND

  start     start the lab: an embedded hub and an embedded cluster that last
  stop      stop it; all that was made in it is kept
  status    say what of it runs, and where
  logs      show what its servers say; -f to follow, or name one: hub, kubernetes
  reset     stop it and remove all that was made in it
  env       print what a shell needs for cub and kubectl; --shell bash, zsh, fish or powershell
`;

/** Runs one command of the lab. Returns the exit code. */
export async function runLab([name = '', ...args]: string[], console: Console): Promise<number> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return verb(args, console);
  const asked = ['', 'help', '--help', '-h'].includes(name);
  if (!asked) console.err(`"${name}" is no command of the lab.\n`);
  (asked ? console.out : console.err)(usage);
  return asked ? 0 : 2;
}

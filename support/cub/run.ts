import { CubError } from './error';
import { start } from './start';
import type { Transcript } from './transcript';
import { startWarm } from './warm';

/** Masks secrets in what is recorded. */
export interface Masking {
  redact(text: string): string;
  redactArguments(args: readonly string[]): string[];
}

/** Where and how commands run. */
export interface CubSettings {
  /** Path or name of the executable. */
  command: string;
  /** What that executable loads, where its commands are to be carried out without a process for each. */
  program?: string;
  env: Record<string, string>;
  transcript: Transcript;
  masking: Masking;
  /** A command that takes longer is stopped and fails; milliseconds. */
  patience?: number;
  /** How a command is carried out, instead of as a process or by `program`. */
  start?: typeof start;
}

/** What a command answered. */
export interface Answer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs one command and gives its standard output.
 *
 * @param rows the command tells in JSON rows which units failed: then a failure of some is no error here
 */
export type Run = (args: readonly string[], input?: string, rows?: 'rows') => Promise<string>;

/** Runs `cub` and answers whatever its exit code, with the run in the transcript. */
export async function attempt(
  settings: CubSettings,
  args: readonly string[],
  input?: string,
): Promise<Answer> {
  const result = await starterOf(settings)(settings.command, args, {
    env: settings.env,
    input: input ?? '',
    reject: false,
    stripFinalNewline: false,
    timeout: settings.patience ?? 150_000,
  });
  const answer = {
    exitCode: result.exitCode ?? -1,
    stdout: result.stdout ?? '',
    stderr: [result.stderr, result.exitCode === undefined && result.shortMessage].filter(Boolean).join('\n'),
  };
  const { redact, redactArguments } = settings.masking;
  settings.transcript({
    command: 'cub',
    args: redactArguments(args),
    exitCode: answer.exitCode,
    stdout: shortened(redact(answer.stdout)),
    stderr: shortened(redact(answer.stderr)),
    milliseconds: Math.round(result.durationMs),
    ...(input === undefined ? {} : { input: redact(input) }),
  });
  return answer;
}

function starterOf({ start: given, program }: CubSettings): typeof start {
  if (given) return given;
  return program === undefined ? start : (_command, args, options) => startWarm(program, args, options);
}

/**
 * Makes the one way in which commands run.
 *
 * @throws CubError for an exit code other than 0, and for a group's help, which older versions print
 *   with exit code 0 when they do not know a command
 */
export function createRun(settings: CubSettings): Run {
  return async (args, input, rows) => {
    const answer = await attempt(settings, args, input);
    if (rows && answer.stdout.startsWith('[')) return answer.stdout;
    const failure = { args: settings.masking.redactArguments(args), exitCode: answer.exitCode };
    if (answer.exitCode !== 0) {
      throw new CubError({
        ...failure,
        told: plain(settings.masking.redact(answer.stderr || answer.stdout)),
      });
    }
    if (isGroupHelp(answer.stdout)) {
      throw new CubError({ ...failure, happened: 'cub does not know this command', told: 'only its help' });
    }
    return answer.stdout;
  };
}

/** Nobody reads more of an output than this, and reports must stay small. */
const READABLE = 3_000;

function shortened(text: string): string {
  if (text.length <= READABLE) return text;
  return `${text.slice(0, READABLE)}\n… and ${text.length - READABLE} more characters\n`;
}

function isGroupHelp(stdout: string): boolean {
  return /^Usage:\n {2}cub [\w-]+ \[command\]/m.test(stdout);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const COLOUR = /\u001b\[[0-9;]*m/g;

function plain(text: string): string {
  return text
    .replace(COLOUR, '')
    .replace(/^Failed: /gm, '')
    .replace(/HTTP (\d+) for req \S+: /g, 'HTTP $1: ')
    .trim();
}

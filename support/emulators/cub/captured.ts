import { runCub } from './cub';
import { processHost } from './host';

/** A command line as a process would be given it. */
export interface Call {
  arguments: readonly string[];
  env: NodeJS.ProcessEnv;
  /** what is read from standard input */
  input: string;
}

/** What a process would have left. */
export interface Outcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs one `cub` command line within this process; what it writes is kept instead of written. */
export async function runCaptured({ arguments: words, env, input }: Call): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const exitCode = await runCub({
    ...processHost(),
    env,
    arguments: words,
    out: (text) => {
      written.stdout += text;
    },
    err: (text) => {
      written.stderr += text;
    },
    colour: false,
    stdin: () => Buffer.from(input),
  });
  return { exitCode, ...written };
}

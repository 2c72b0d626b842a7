import { adviceFor } from './advice';
import { commandLine } from './command-line';

/** A `cub` command that failed, or that said it succeeded and did not. */
export class CubError extends Error {
  override readonly name = 'CubError';
  /** The command as one could type it. */
  readonly commandLine: string;
  readonly exitCode: number;
  /** What `cub` said, without its `Failed:` and the request id. */
  readonly told: string;
  readonly advice: string;

  constructor(failure: { args: readonly string[]; exitCode: number; told: string; happened?: string }) {
    const line = commandLine(failure.args);
    const told = failure.told.trim() || 'nothing';
    const advice = adviceFor(told, failure.args);
    super(
      [
        `${failure.happened ?? `cub exited with ${failure.exitCode}`}: ${told}`,
        `  command: ${line}`,
        `  what to do: ${advice}`,
      ].join('\n'),
    );
    this.commandLine = line;
    this.exitCode = failure.exitCode;
    this.told = told;
    this.advice = advice;
  }
}

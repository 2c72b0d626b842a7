/** One run of a command line, secrets already masked. */
export interface CommandRecord {
  command: string;
  args: string[];
  exitCode: number;
  stdout: string;
  stderr: string;
  milliseconds: number;
  input?: string;
}

/** Receives each command after it ended, in the order in which they ended. */
export type Transcript = (record: CommandRecord) => void;

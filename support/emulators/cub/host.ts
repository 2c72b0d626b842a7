import { readFileSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** All that a command may know of the machine that it runs on. */
export interface Host {
  readonly env: NodeJS.ProcessEnv;
  readonly arguments: readonly string[];
  out(text: string): void;
  err(text: string): void;
  /** Whether stderr is a terminal: only then failures are red. */
  readonly colour: boolean;
  stdin(): Buffer;
  now(): number;
  pause(milliseconds: number): Promise<void>;
  random(): number;
}

/** Writes all of `text` at once. `process.stdout` is avoided: making that stream costs some milliseconds a start. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(descriptor, bytes, sent);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** The host of a real process. */
export function processHost(): Host {
  return {
    env: process.env,
    arguments: process.argv.slice(2),
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    get colour() {
      return isatty(2) && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb';
    },
    stdin: () => readFileSync(0),
    now: () => Date.now(),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: () => Math.random(),
  };
}

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Options } from 'execa';

/** What is left of a command that ended. */
export interface Ended {
  exitCode?: number;
  stdout?: string;
  stderr?: string;
  /** why it did not end by itself, or never began */
  shortMessage?: string;
  durationMs: number;
}

interface Waiting {
  ended(result: Ended): void;
  failed(error: Error): void;
}

let starter: ChildProcess | undefined;
const waiting = new Map<number, Waiting>();
let last = 0;

/**
 * Runs a command to its end, started by a small process of ours; `options` are execa's, as far as they can be sent.
 *
 * @throws Error when that process ended before
 */
export function start(command: string, args: readonly string[], options: Options): Promise<Ended> {
  last += 1;
  const id = last;
  return new Promise((ended, failed) => {
    waiting.set(id, { ended, failed });
    starter ??= launch();
    starter.ref();
    starter.channel?.ref();
    starter.send({ id, command, args, options });
  });
}

function launch(): ChildProcess {
  const child = fork(join(__dirname, 'starter.cjs'), { execArgv: [], serialization: 'advanced' });
  child.on('message', ({ id, ...result }: Ended & { id: number }) => {
    waiting.get(id)?.ended(result);
    waiting.delete(id);
    if (waiting.size > 0) return;
    child.unref();
    child.channel?.unref();
  });
  child.once('exit', (code, signal) => {
    starter = undefined;
    for (const { failed } of waiting.values())
      failed(new Error(`the process that starts commands ended (${signal ?? code})`));
    waiting.clear();
  });
  return child;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { EnvironmentError } from '../failure';
import { type Ready, readReady } from './ready';

/** A server that runs as a child of this process, and ends with it whatever happens to it. */
export interface ServerChild {
  ready: Ready;
  pid: number;
  stop(): Promise<void>;
}

const startWithin = 20_000;
const stopWithin = 5_000;

/**
 * Starts a bundled server and waits for the line in which it says that it answers.
 *
 * @param name what it is called in errors and before its log lines
 * @throws EnvironmentError with its last words when it ends, or says nothing, instead
 */
export async function startChild(
  name: string,
  bundle: string,
  args: string[],
  log: (line: string) => void,
): Promise<ServerChild> {
  const child = spawn(process.execPath, [bundle, ...args, '--exit-with-stdin'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // It calls nobody whom these would vouch for, and Node 20 reads them all at each start.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: '' },
  });
  // Its end shows in the exit code; a write to a closed pipe tells nothing more.
  child.stdin?.on('error', () => undefined);
  const words: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    words.push(line);
    words.splice(0, words.length - 20);
    log(`${name}: ${line}`);
  });
  try {
    const ready = await readyOf(name, child, words);
    return { ready, pid: child.pid ?? 0, stop: () => stopChild(child) };
  } catch (error) {
    await stopChild(child);
    throw error;
  }
}

async function readyOf(name: string, child: ChildProcess, words: string[]): Promise<Ready> {
  if (!child.stdout) throw new EnvironmentError(`${name} could not be started`);
  const timer = new AbortController();
  const ends = once(child, 'close', { signal: timer.signal }).then(([code]) => {
    throw new EnvironmentError(
      `${name} ended with exit code ${code} before it was ready: ${words.join('\n') || 'no output'}`,
    );
  });
  const late = new Promise<never>((_, fail) => {
    const timeout = setTimeout(
      () =>
        fail(
          new EnvironmentError(
            `${name} was not ready after ${startWithin / 1000} s: ${words.join('\n') || 'no output'}`,
          ),
        ),
      startWithin,
    );
    timer.signal.addEventListener('abort', () => clearTimeout(timeout));
  });
  try {
    return await Promise.race([readReady(createInterface({ input: child.stdout })), ends, late]);
  } finally {
    ends.catch(() => undefined);
    timer.abort();
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.stdin?.end();
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), stopWithin);
  await closed;
  clearTimeout(force);
}

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Whether a process lives and is the one meant: a number alone may belong to a stranger by now.
 *
 * @param mark text that the process meant has among its arguments, such as its state folder
 */
export function isAlive(pid: number, mark: string): boolean {
  if (!exists(pid)) return false;
  const line = commandLine(pid);
  return line === undefined || line.includes(mark);
}

/** Ends a process, first kindly, then by force, and waits until it is gone. */
export async function end(pid: number, mark: string, patience = 5_000): Promise<void> {
  if (!isAlive(pid, mark)) return;
  process.kill(pid, 'SIGTERM');
  if (await isGone(pid, mark, patience)) return;
  process.kill(pid, 'SIGKILL');
  if (!(await isGone(pid, mark, patience))) throw new Error(`process ${pid} is still there after SIGKILL`);
}

async function isGone(pid: number, mark: string, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isAlive(pid, mark)) {
    if (Date.now() > deadline) return false;
    await pause(10);
  }
  return true;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The arguments of a process; '' for one that has ended but was not collected, undefined where they cannot be seen. */
function commandLine(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EnvironmentError } from '../failure';

const heldAtMost = 60_000;

/**
 * Does `work` while no other process does the same. A lock whose holder is gone, or that is older than a minute, is
 * taken over.
 *
 * @throws EnvironmentError when another holds the lock for longer than `patience` ms
 */
export async function withLock<T>(file: string, work: () => Promise<T>, patience = 30_000): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + patience;
  while (!take(file)) {
    if (isStale(file)) rmSync(file, { force: true });
    else if (Date.now() > deadline)
      throw new EnvironmentError(
        `process ${holder(file)} is busy with the lab; when it hangs, end it and try again`,
      );
    else await pause(20);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return false;
  if (Date.now() - stats.mtimeMs > heldAtMost) return true;
  const pid = holder(file);
  // Between its creation and its first byte a lock names nobody; it is not stale then.
  return pid > 0 && !lives(pid);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function holder(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

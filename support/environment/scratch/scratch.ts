import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { end, isAlive } from '../lab/process';
import { processesNaming } from './processes';

const owned = /^microtraderx-(\d+)-\w{6}$/;

/** Makes an empty folder for as long as this process lives; its name says whose it is. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), `microtraderx-${process.pid}-`));
}

/**
 * Removes the scratch folders of processes that are gone, as after a SIGKILL, and ends what still runs in them.
 * Folders of runs that live, of other users, and of any other name stay.
 *
 * @returns the folders that were removed
 */
export async function sweepScratch(within = tmpdir()): Promise<string[]> {
  const removed: string[] = [];
  for (const name of readdirSync(within)) {
    const folder = join(within, name);
    const owner = Number(owned.exec(name)?.[1] ?? 0);
    if (owner === 0 || isAlive(owner, basename(process.execPath)) || !isOurs(folder)) continue;
    for (const pid of processesNaming(folder)) await end(pid, folder);
    rmSync(folder, { recursive: true, force: true });
    removed.push(folder);
  }
  return removed;
}

/** Two sweeps may meet: what the other has removed is nobody's. */
function isOurs(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && (process.getuid === undefined || stats.uid === process.getuid());
}

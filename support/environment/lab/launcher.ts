import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CubTool } from '../environment';
import type { LabFolder } from './folder';

/**
 * Writes the `cub` of the lab: the chosen executable with the lab's HOME, hub and worker, and no effect on anything
 * else in the shell that it is called from. The user's own login and files stay untouched.
 */
export function writeLauncher(folder: LabFolder, { command, env }: CubTool): void {
  const settings = Object.entries(env).filter(([name]) => name !== 'PATH');
  write(folder, {
    posix: [
      ...settings.map(([name, value]) => `export ${name}=${quote(value)}`),
      `exec ${quote(command)} "$@"`,
    ],
    windows: [...settings.map(([name, value]) => `@set "${name}=${value}"`), `@call "${command}" %*`],
  });
}

const stopped = 'The lab is stopped; start it with: npm run lab -- start';

/** Writes a `cub` that says that the lab is stopped, and how to start it, and fails. */
export function writeStoppedLauncher(folder: LabFolder): void {
  write(folder, {
    posix: [`echo ${quote(stopped)} >&2`, 'exit 1'],
    windows: [`@echo ${stopped} 1>&2`, '@exit /b 1'],
  });
}

function write({ bin }: LabFolder, { posix, windows }: { posix: string[]; windows: string[] }): void {
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'cub'), `${['#!/bin/sh', ...posix].join('\n')}\n`, { mode: 0o755 });
  writeFileSync(join(bin, 'cub.cmd'), `${['@setlocal', ...windows].join('\r\n')}\r\n`);
}

/** A text as one word of a POSIX shell. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

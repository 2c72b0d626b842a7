import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CubTool } from '../environment';
import type { LabFolder } from './folder';

/**
 * Writes the `cub` of the lab: the chosen executable with the lab's HOME, hub and worker, and no effect on anything
 * else in the shell that it is called from. The user's own login and files stay untouched.
 */
export function writeLauncher(folder: LabFolder, { command, env }: CubTool): void {
  mkdirSync(folder.bin, { recursive: true });
  const settings = Object.entries(env).filter(([name]) => name !== 'PATH');
  const posix = [
    '#!/bin/sh',
    ...settings.map(([name, value]) => `export ${name}=${quote(value)}`),
    `exec ${quote(command)} "$@"`,
  ];
  writeFileSync(join(folder.bin, 'cub'), `${posix.join('\n')}\n`, { mode: 0o755 });
  const windows = [
    '@setlocal',
    ...settings.map(([name, value]) => `@set "${name}=${value}"`),
    `@call "${command}" %*`,
  ];
  writeFileSync(join(folder.bin, 'cub.cmd'), `${windows.join('\r\n')}\r\n`);
}

/** A text as one word of a POSIX shell. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that starts a bundle under a name of its own, so that a shell finds it on the PATH. */
export interface Launcher {
  name: string;
  content: string;
  executable: boolean;
}

/** The text of all launchers, but for the bundle's name. */
export const launcherFile = join(__dirname, 'launcher.cjs');

/** The launchers of `bundle` (a file in the folder above) as command `name`, for POSIX and for Windows. */
export function launchersOf(name: string, bundle: string): Launcher[] {
  const content = readFileSync(launcherFile, 'utf8').replaceAll('BUNDLE', bundle);
  return [
    { name, content, executable: true },
    { name: `${name}.cmd`, content: `@node "%~dp0${name}" %*\r\n`, executable: false },
  ];
}

import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';

/** A copy of the project to work in, as a clone would be after `npm ci`. */
export interface ProjectCopy {
  root: string;
  /** Takes it back to how it was made; what was built stays. */
  clean(): void;
}

/** The files of a project that git knows, or would take, relative to its folder. */
export async function filesOf(root: string): Promise<string[]> {
  const { stdout } = await execa('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  return stdout.split('\0').filter(Boolean);
}

/** Copies a project into a folder. Its packages are linked, one by one: caches among them are the copy's own. */
export function copyProject(root: string, files: readonly string[], into: string): ProjectCopy {
  for (const file of files) {
    mkdirSync(dirname(join(into, file)), { recursive: true });
    copyFileSync(join(root, file), join(into, file));
  }
  const packages = join(into, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => one !== '.cache'))
    symlinkSync(join(root, 'node_modules', name), join(packages, name));
  const made = new Set(readdirSync(into));
  const working = ['.microtraderx', 'reports'];
  return {
    root: into,
    clean() {
      for (const name of readdirSync(into).filter((one) => !made.has(one) || working.includes(one)))
        rmSync(join(into, name), { recursive: true, force: true });
    },
  };
}

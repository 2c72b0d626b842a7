import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launcherFile, launchersOf } from './bundles/launchers';
import { entries, loadedOnDemand } from './bundles/sources';
import { isUpToDate, recordInputs } from './bundles/up-to-date';

/** Where the built programs are. `bin` holds the executables `cub` and `cub-worker-run`; `cub` is what `bin/cub` loads. */
export interface Bundles {
  hub: string;
  kubernetes: string;
  worker: string;
  cub: string;
  bin: string;
}

/** A source of an emulator does not compile. The message names file, line and reason. */
export class BuildError extends Error {
  override name = 'BuildError';
}

const recipe = 'node20 cjs 2';

/** The project's folder. */
export const projectRoot = join(__dirname, '..', '..');

/**
 * Bundles the emulators' programs with esbuild, unless that was done since their sources changed.
 * Safe when several processes build at once: each writes beside the goal and then renames.
 *
 * @param root the project's folder
 * @throws BuildError when a source does not compile or a package that it imports is not installed
 */
export async function buildBundles(root = projectRoot): Promise<Bundles> {
  const goal = join(root, 'node_modules', '.cache', 'microtraderx');
  const record = join(goal, 'build.json');
  if (!isUpToDate(root, record, recipe)) await build(root, goal);
  return {
    hub: join(goal, 'hub.cjs'),
    kubernetes: join(goal, 'kubernetes.cjs'),
    worker: join(goal, 'worker.cjs'),
    cub: join(goal, 'cub.cjs'),
    bin: join(goal, 'bin'),
  };
}

async function build(root: string, goal: string): Promise<void> {
  mkdirSync(join(goal, 'bin'), { recursive: true });
  const scratch = mkdtempSync(join(goal, 'building-'));
  const began = Date.now();
  try {
    const inputs = await bundle(root, scratch);
    const own = ['node_modules/.package-lock.json', relative(root, __filename), relative(root, launcherFile)];
    const written = inputs.filter((file) => !file.startsWith('node_modules/'));
    const record = recordInputs(root, [...own, ...written], recipe, began);
    writeFileSync(join(scratch, 'build.json'), JSON.stringify(record));
    writeLaunchers(scratch);
    for (const file of outputs(scratch)) renameSync(join(scratch, file), join(goal, file));
    rmSync(join(goal, 'compiled'), { recursive: true, force: true });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function bundle(root: string, outdir: string): Promise<string[]> {
  try {
    const esbuild = await import('esbuild');
    const result = await esbuild.build({
      absWorkingDir: root,
      entryPoints: entries(root),
      outdir,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      external: loadedOnDemand,
      sourcemap: 'linked',
      legalComments: 'none',
      metafile: true,
      logLevel: 'silent',
    });
    return Object.keys(result.metafile.inputs);
  } catch (error) {
    throw new BuildError(describeFailure(error), { cause: error });
  }
}

function describeFailure(error: unknown): string {
  const messages = (error as Partial<import('esbuild').BuildFailure>).errors;
  if (!messages?.length)
    return `The emulators could not be bundled: ${error instanceof Error ? error.message : error}`;
  const lines = messages.map(({ text, location }) =>
    location ? `  ${location.file}:${location.line}:${location.column + 1}: ${text}` : `  ${text}`,
  );
  return `The emulators do not compile; correct this (packages are installed by \`npm ci\`):\n${lines.join('\n')}`;
}

function writeLaunchers(scratch: string): void {
  mkdirSync(join(scratch, 'bin'));
  for (const launcher of [...launchersOf('cub', 'cub.cjs'), ...launchersOf('cub-worker-run', 'worker.cjs')]) {
    const file = join(scratch, 'bin', launcher.name);
    writeFileSync(file, launcher.content);
    if (launcher.executable) chmodSync(file, 0o755);
  }
}

/** Files to move, the record last: until it is there the build counts as not done. */
function outputs(scratch: string): string[] {
  const bin = readdirSync(join(scratch, 'bin')).map((file) => join('bin', file));
  const bundles = readdirSync(scratch).filter((file) => file !== 'bin' && file !== 'build.json');
  return [...bundles, ...bin, 'build.json'];
}

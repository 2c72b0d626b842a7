import { assemble } from './assemble';
import { buildBundles, projectRoot } from './build';
import { recordsFolder } from './clusters/records';
import type { Environment } from './environment';
import { startChild } from './servers/child';
import type { Settings } from './settings/settings';

export type { Environment } from './environment';
export { readSettings } from './settings/read';
export type { Keep, Settings } from './settings/settings';

export interface StartOptions {
  /** folder for all that the environment keeps; the caller makes and removes it */
  stateDir: string;
  log: (line: string) => void;
  env?: NodeJS.ProcessEnv;
  random?: () => number;
}

/**
 * Starts a private environment, for tests: what is embedded runs as children of this process and ends with it, also
 * when it is killed. Its state is thrown away afterwards, so nothing waits for the disk.
 *
 * @throws EnvironmentError that says what is missing and what to do; BuildError when an emulator does not compile
 */
export async function startEnvironment(settings: Settings, options: StartOptions): Promise<Environment> {
  const { stateDir, log, env = process.env, random = Math.random } = options;
  const bundles = await buildBundles();
  return assemble(settings, {
    bundles,
    start: (name, args) => startChild(name, bundles[name], [...args, '--unsafe-no-fsync'], log),
    stateDir,
    records: recordsFolder(projectRoot, settings.state),
    keep: settings.keep ?? 'never',
    env,
    random,
    log,
  });
}

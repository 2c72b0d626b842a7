import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Bundles } from '../build';
import type { CubTool } from '../environment';
import { EnvironmentError } from '../failure';
import type { Hub } from '../hubs/hub';
import type { Settings } from '../settings/settings';
import { findExecutable } from './find';
import { writeCubHome } from './home';

export interface CubContext {
  hub: Hub;
  bundles: Bundles;
  /** folder for what `cub` keeps, its HOME */
  home: string;
  pace: number;
  deploy: Settings['deploy'];
  env: NodeJS.ProcessEnv;
}

/**
 * Prepares the `cub` that the settings choose: at an embedded hub it has a HOME of its own and is logged in there; at
 * any other hub it is the user's, with the user's login.
 *
 * @throws EnvironmentError when the executable cannot be found or run
 */
export async function prepareCub(settings: Settings['cub'], context: CubContext): Promise<CubTool> {
  const env = variables(settings, context);
  if (settings.kind === 'bundled') {
    const path = `${dirname(process.execPath)}${delimiter}${context.env.PATH ?? ''}`;
    const command = join(context.bundles.bin, process.platform === 'win32' ? 'cub.cmd' : 'cub');
    const tool = { kind: 'bundled', command, env: { ...env, PATH: path } } as const;
    // Certificates of a hub by URL are those that the user's Node reads at its start, so there each command starts one.
    return settings.processes || !context.hub.session
      ? { ...tool, version: `${bundledVersion}, a process each` }
      : { ...tool, program: context.bundles.cub, version: bundledVersion };
  }
  const command = findExecutable(settings.command, context.env.PATH ?? '');
  if (!command) throw new EnvironmentError(missing(settings.command));
  return { kind: 'external', command, env, version: await versionOf(command, { ...context.env, ...env }) };
}

/** The version of the bundled `cub` is that of this project. */
export const bundledVersion = (require('../../../package.json') as { version: string }).version;

function variables(
  { kind }: Settings['cub'],
  { hub, bundles, home, pace, deploy, env: given }: CubContext,
): Record<string, string> {
  const env: Record<string, string> = { CONFIGHUB_URL: hub.url };
  if (hub.workerPort) env.CONFIGHUB_WORKER_PORT = hub.workerPort;
  // The bundled one has a worker of its own at hand, as an embedded hub has; a real one gets its worker as it always
  // does. Either takes the one that the user names.
  if (kind === 'bundled' || hub.session)
    env.CONFIGHUB_WORKER_EXECUTABLE =
      given.CONFIGHUB_WORKER_EXECUTABLE || join(bundles.bin, 'cub-worker-run');
  if (kind === 'bundled' && deploy === 'release') env.CUB_CAPABILITIES = 'newest-era';
  if (!hub.session) return env;
  const config = writeCubHome(home, hub.url, hub.session);
  env.HOME = home;
  // The bundled one reads the older files, which are there as well, without a YAML parser.
  if (kind === 'external') env.CUB_CONFIG = config;
  env.MTX_PACE = String(pace);
  // Node 20 reads these certificates at each start, for longer than a whole command takes; an embedded hub has no TLS.
  env.NODE_EXTRA_CA_CERTS = '';
  return env;
}

function missing(command: string): string {
  return (
    `The cub executable "${command}" was not found${/[\\/]/.test(command) ? '' : ' on the PATH'}; ` +
    'install it from https://docs.confighub.com, name another in MTX_CUB, or set MTX_CUB=bundled.'
  );
}

async function versionOf(command: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, ['version'], { env, timeout: 20_000 });
    return (
      /(?:Commit|Version|Build):\s*(\S+)/i.exec(stdout.replace(/^Client Version:\s*$/m, ''))?.[1] ?? 'unknown'
    );
  } catch (error) {
    // A version that has no `version` command, or whose server does not answer it, is still a cub.
    if (typeof (error as { code?: unknown }).code === 'number') return 'unknown';
    throw new EnvironmentError(`${command} cannot be run: ${error instanceof Error ? error.message : error}`);
  }
}

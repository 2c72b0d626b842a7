import { join } from 'node:path';
import type { StartServer } from '../servers/start-server';
import type { Settings } from '../settings/settings';
import type { Hub } from './hub';
import { infoOf, logIn } from './session';

/**
 * Starts the embedded hub with its state in `stateDir`, and logs in.
 *
 * @param deploy a hub whose units are released keeps only protected edits when it upgrades, as the newest ConfigHub does
 */
export async function embeddedHub(
  start: StartServer,
  stateDir: string,
  deploy: Settings['deploy'],
): Promise<Hub> {
  const folder = join(stateDir, 'hub');
  const server = await start('hub', ['--state', folder, ...(deploy === 'release' ? ['--era', 'C'] : [])]);
  const { url } = server.ready;
  const [{ version, workerPort }, session] = await Promise.all([infoOf({ url }), logIn(url, folder)]);
  return { kind: 'embedded', url, version, workerPort, session, stop: server.stop };
}

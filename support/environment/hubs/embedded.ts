import { join } from 'node:path';
import type { StartServer } from '../servers/start-server';
import type { Hub } from './hub';
import { infoOf, logIn } from './session';

/** Starts the embedded hub with its state in `stateDir`, and logs in. */
export async function embeddedHub(start: StartServer, stateDir: string): Promise<Hub> {
  const folder = join(stateDir, 'hub');
  const server = await start('hub', ['--state', folder]);
  const { url } = server.ready;
  const [{ version, workerPort }, session] = await Promise.all([infoOf({ url }), logIn(url, folder)]);
  return { kind: 'embedded', url, version, workerPort, session, stop: server.stop };
}

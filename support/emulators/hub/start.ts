import { EMPTY } from './checkpoints/routes';
import type { Hub } from './hub';
import { setUpOrganizations } from './organizations/set-up';
import { routes } from './routes';
import { Router } from './routing/router';
import { listen } from './server/listener';
import { loadCredentials } from './sign-in/credentials';
import { Database } from './store/database';
import { sendHeartbeats } from './workers/heartbeat';
import { Presence } from './workers/presence';

const HEARTBEAT_MS = 15_000;

/** What the outside world gives a hub. */
export interface HubWorld {
  now(): string;
  ids(): string;
  secrets(): string;
  log(line: string): void;
}

export interface RunningHub {
  url: string;
  hub: Hub;
  stop(): Promise<void>;
}

/**
 * Opens the state in a folder and serves it on a loopback port.
 * @throws Error when the state or the credentials file cannot be read, or the port is taken
 */
export async function startHub(
  options: {
    state: string;
    port: number;
    credentials?: string;
    era?: 'B' | 'C';
    fsync?: boolean;
    verbose?: boolean;
  },
  world: HubWorld,
): Promise<RunningHub> {
  const database = new Database(options.state, { fsync: options.fsync ?? true });
  const credentials = loadCredentials(options.state, options.credentials, world.secrets);
  let port = 0;
  const hub: Hub = {
    ...world,
    database,
    credentials,
    presence: new Presence(),
    pullers: new Presence(),
    workerPort: () => port,
    era: options.era ?? 'B',
    verbose: options.verbose ?? false,
  };
  setUpOrganizations(hub);
  if (!database.checkpoints().includes(EMPTY)) database.saveCheckpoint(EMPTY);
  const listener = await listen(hub, new Router(routes), options.port);
  port = listener.port;
  const heartbeat = setInterval(() => sendHeartbeats(hub), HEARTBEAT_MS).unref();
  return {
    url: `http://127.0.0.1:${port}`,
    hub,
    stop: async () => {
      clearInterval(heartbeat);
      hub.presence.cutAll();
      hub.pullers.cutAll();
      await listener.close();
      await database.close();
    },
  };
}

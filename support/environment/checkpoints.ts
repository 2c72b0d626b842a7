import { setTimeout as pause } from 'node:timers/promises';
import type { Checkpoints } from './environment';
import { WorkersAwayError } from './failure';
import { askJson, type Endpoint } from './servers/http';

/**
 * The states that all these servers have saved: an embedded hub, and an embedded cluster where there is one. The hub comes
 * first and goes back first: a worker in the cluster is started anew by the cluster's own way back, and then meets the hub
 * of that time. It is there when the workers answer that were connected when it was saved.
 *
 * @param patience how long these may take, milliseconds
 */
export async function openCheckpoints(
  servers: [hub: Endpoint, ...others: Endpoint[]],
  patience = 20_000,
): Promise<Checkpoints> {
  const list = async (server: Endpoint) =>
    ((await askJson(server, 'GET', '/emulator/checkpoints')) as { checkpoints: string[] }).checkpoints;
  const [atHub = [], ...elsewhere] = await Promise.all(servers.map(list));
  const names = new Set(atHub.filter((name) => elsewhere.every((other) => other.includes(name))));
  const path = (name: string) => `/emulator/checkpoints/${encodeURIComponent(name)}`;
  return {
    has: (name) => names.has(name),
    names: () => [...names].sort(),
    async save(name) {
      // Overwritten in some of them only, it would be a state that never was.
      if (names.delete(name)) await askJson(servers[0], 'DELETE', path(name));
      for (const server of servers) await askJson(server, 'POST', path(name));
      names.add(name);
    },
    async restore(name) {
      for (const server of servers) await askJson(server, 'POST', `${path(name)}/restore`);
      if (elsewhere.length > 0) await untilTheyAnswer(servers[0], path(name), name, patience);
    },
  };
}

/** Waits for the workers that were connected at a checkpoint: a restore cuts them off, and the cluster starts them anew. */
async function untilTheyAnswer(hub: Endpoint, path: string, name: string, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const { workers } = (await askJson(hub, 'GET', `${path}/away`)) as { workers: string[] };
    if (workers.length === 0) return;
    if (Date.now() > deadline) throw new WorkersAwayError(name, workers, patience / 1000);
    await pause(5);
  }
}

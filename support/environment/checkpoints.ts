import type { Checkpoints } from './environment';
import { askJson, type Endpoint } from './servers/http';

/**
 * The states that an embedded hub and an embedded cluster have both saved. The hub goes back first: a worker in the
 * cluster is started anew by the cluster's own way back, and then meets the hub of that time.
 */
export async function openCheckpoints(hub: Endpoint, cluster: Endpoint): Promise<Checkpoints> {
  const list = async (server: Endpoint) =>
    ((await askJson(server, 'GET', '/emulator/checkpoints')) as { checkpoints: string[] }).checkpoints;
  const [atHub, inCluster] = await Promise.all([list(hub), list(cluster)]);
  const names = new Set(atHub.filter((name) => inCluster.includes(name)));
  const path = (name: string) => `/emulator/checkpoints/${encodeURIComponent(name)}`;
  return {
    has: (name) => names.has(name),
    names: () => [...names].sort(),
    async save(name) {
      // Overwritten in one of the two only, it would be a state that never was.
      if (names.delete(name)) await askJson(hub, 'DELETE', path(name));
      await askJson(hub, 'POST', path(name));
      await askJson(cluster, 'POST', path(name));
      names.add(name);
    },
    async restore(name) {
      await askJson(hub, 'POST', `${path(name)}/restore`);
      await askJson(cluster, 'POST', `${path(name)}/restore`);
    },
  };
}

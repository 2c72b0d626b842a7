import { type Capabilities, releasesOnly } from '../cub/capabilities';
import type { CubSettings } from '../cub/run';
import type { Environment } from '../environment';
import type { WorkerHost } from './tutorial';
import { pullersAsPods, workersAsPods } from './workers-as-pods';
import { WorkersAsProcesses } from './workers-as-processes';

/**
 * Workers run as pods where pods run and can reach the hub, else as processes beside the cluster. Where spaces are
 * released, what pulls the releases takes their place.
 */
export function workersFor(
  { hub, cluster }: Pick<Environment, 'hub' | 'cluster'>,
  settings: CubSettings,
  can: Pick<Capabilities, 'apply' | 'releases'>,
): WorkerHost {
  const reached = cluster.kind === 'embedded' || !isLoopback(hub.url);
  const released = releasesOnly(can);
  if (cluster.runsPods && reached) return released ? pullersAsPods : workersAsPods;
  return new WorkersAsProcesses(settings, cluster.kubeconfig, released ? ['-t', 'puller'] : []);
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

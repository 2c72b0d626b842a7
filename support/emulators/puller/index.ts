import { startConnected } from '../worker/connected';
import type { Worker, WorkerOptions } from '../worker/index';
import { openPulling } from './pulling';

/** As Flux is usually told. At every pace: no scenario about a change in the cluster shall depend on the next look. */
const TEN_MINUTES = 600_000;

/**
 * Connects a puller to its hub, in the name of a worker: bundles that are released to the worker's targets come to the
 * cluster, and are brought back there when somebody changed it. It stands in for Argo CD or Flux, which pull them from
 * ConfigHub's registry.
 *
 * @param every how often all is pulled and applied anew, in milliseconds
 * @throws HubError when the hub cannot be reached or refuses the worker; AccessError for an unusable kubeconfig
 */
export function startPuller(options: WorkerOptions, every = TEN_MINUTES): Promise<Worker> {
  return startConnected(options, (context) => openPulling(context, every));
}

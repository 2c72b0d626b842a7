import { startConnected } from '../worker/connected';
import type { Worker, WorkerOptions } from '../worker/index';
import { openPulling } from './pulling';

/**
 * Connects a puller to its hub, in the name of a worker: bundles that are released to the worker's targets come to the
 * cluster. It stands in for Argo CD or Flux, which pull them from ConfigHub's registry.
 *
 * @throws HubError when the hub cannot be reached or refuses the worker; AccessError for an unusable kubeconfig
 */
export function startPuller(options: WorkerOptions): Promise<Worker> {
  return startConnected(options, openPulling);
}

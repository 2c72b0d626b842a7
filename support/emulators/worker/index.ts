import type { KubeAccess } from './cluster/access';
import { startConnected } from './connected';
import { openSession } from './session';

export type { KubeAccess } from './cluster/access';
export { HubError } from './hub/connection';

export interface WorkerOptions {
  /** URL of the hub; its port and path do not count, as with the real worker */
  hubUrl: string;
  workerPort: number;
  workerId: string;
  workerSecret: string;
  /** the access to the cluster that the worker runs in, or the path of a kubeconfig, each context a target */
  clusters: KubeAccess | string;
  /** whether the worker runs as a pod: then it connects again, with growing pauses, after its stream was cut */
  inCluster: boolean;
  log: (line: string) => void;
  /** name of the one target in a cluster; without it, the worker's slug */
  inClusterTargetName?: string;
  /** put before each target's name: `k8s-` for the worker's multiplexer mode */
  targetPrefix?: string;
  /** waits are this many times shorter than told */
  pace?: number;
  signal?: AbortSignal;
  now?: () => Date;
}

/** A worker that is connected to its hub. */
export interface Worker {
  /** Resolves when the worker is through: stopped, or (outside a cluster) its stream has ended. */
  ended: Promise<void>;
  /** Disconnects; what is being waited for is given up. */
  stop(): Promise<void>;
}

/**
 * Connects a worker to its hub: registers its targets and carries units to their clusters.
 *
 * @throws HubError when the hub cannot be reached or refuses the worker; AccessError for an unusable kubeconfig
 */
export function startWorker(options: WorkerOptions): Promise<Worker> {
  return startConnected(options, openSession);
}

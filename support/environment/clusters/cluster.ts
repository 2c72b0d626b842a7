import type { ClusterAccess } from '../environment';
import type { Endpoint } from '../servers/http';
import type { StartServer } from '../servers/start-server';
import type { Settings } from '../settings/settings';

/** A cluster that can be used. */
export interface Cluster extends ClusterAccess {
  /** where an embedded cluster keeps its checkpoints */
  checkpoints?: Endpoint;
  stop(): Promise<void>;
}

export interface ClusterContext {
  start: StartServer;
  /** folder for what the cluster keeps, its kubeconfig among it */
  stateDir: string;
  /** how many times faster than told the embedded cluster waits */
  pace: number;
}

/** Makes one kind of cluster ready for use, or throws an EnvironmentError that says what is missing. */
export type ClusterProvider = (settings: Settings['cluster'], context: ClusterContext) => Promise<Cluster>;

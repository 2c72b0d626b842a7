import type { ClusterAccess } from '../environment';
import type { Endpoint } from '../servers/http';
import type { StartServer } from '../servers/start-server';
import type { Keep, Settings } from '../settings/settings';

/** A cluster that can be used. */
export interface Cluster extends ClusterAccess {
  /** where an embedded cluster keeps its checkpoints */
  checkpoints?: Endpoint;
  /** @param failed whether what it was used for failed, for those who want to keep it then */
  stop(failed?: boolean): Promise<void>;
}

export interface ClusterContext {
  start: StartServer;
  /** folder for what the cluster keeps, its kubeconfig among it */
  stateDir: string;
  /** folder in which clusters are remembered that outlive a run */
  records: string;
  env: NodeJS.ProcessEnv;
  /** whether a cluster that was made stays */
  keep: Keep;
  /** how many times faster than told the embedded cluster waits */
  pace: number;
  log: (line: string) => void;
}

/** Makes one kind of cluster ready for use, or throws an EnvironmentError that says what is missing. */
export type ClusterProvider<Kind extends Settings['cluster']['kind']> = (
  settings: Extract<Settings['cluster'], { kind: Kind }>,
  context: ClusterContext,
) => Promise<Cluster>;

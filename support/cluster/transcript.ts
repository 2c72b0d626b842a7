/** An operation on the cluster, in words. */
export interface ClusterRecord {
  operation: string;
  namespace?: string;
  outcome: string;
  /** The Deployments that the operation saw. */
  seen?: DeploymentRecord[];
}

/** A Deployment as the cluster had it. */
export interface DeploymentRecord {
  namespace: string;
  name: string;
  wanted: number;
  ready: number;
  /** Those of the newest version. */
  updated: number;
  image: string;
  /** Why it does not go on, in the cluster's words. */
  problem?: string;
}

/** Receives each operation after it ended. */
export type ClusterTranscript = (record: ClusterRecord) => void;

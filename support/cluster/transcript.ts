/** An operation on the cluster, in words. */
export interface ClusterRecord {
  operation: string;
  namespace?: string;
  outcome: string;
}

/** Receives each operation after it ended. */
export type ClusterTranscript = (record: ClusterRecord) => void;

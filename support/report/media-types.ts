import type { DeploymentRecord } from '../cluster/transcript';

export type { DeploymentRecord } from '../cluster/transcript';

/** Media types of what hooks and drivers attach; the body of each is JSON of the shape named beside it. */
export const mediaTypes = {
  /** {@link CommandRecord}: a command that ran. */
  command: 'application/vnd.microtraderx.command+json',
  /** {@link ClusterRecord}: an operation on the cluster. */
  cluster: 'application/vnd.microtraderx.cluster+json',
  /** {@link EnvironmentRecord}: what the run talks to. Attached once a process, or to each scenario. */
  environment: 'application/vnd.microtraderx.environment+json',
  /** {@link SkipRecord}: why a scenario was skipped. */
  skip: 'application/vnd.microtraderx.skip+json',
  /** {@link StateRecord}: how hub or cluster looked when a scenario failed. */
  state: 'application/vnd.microtraderx.state+json',
  /** {@link ShardRecord}: which part of a whole this run is. Attached to the run itself. */
  shard: 'application/vnd.microtraderx.shard+json',
  /** {@link ChangeRecord}: config data that differs from when it was last seen. */
  change: 'application/vnd.microtraderx.change+json',
  /** {@link CheckpointRecord}: what a step tells was done before in this run, and taken back. */
  checkpoint: 'application/vnd.microtraderx.checkpoint+json',
  /** {@link SnapshotRecord}: what hub and cluster held at one moment of a scenario. */
  snapshot: 'application/vnd.microtraderx.snapshot+json',
} as const;

/** One run of a command line. `milliseconds` is wall time; `input` is what it read from standard input. */
export interface CommandRecord {
  command: string;
  args: string[];
  exitCode: number | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
  input?: string;
  /** On the way to a starting point: the first scenario of a process goes it, others are taken back to its end. */
  way?: true;
}

/** One operation on the cluster, in words: `{operation: 'apply Deployment trade-service', outcome: 'created'}`. */
export interface ClusterRecord {
  operation: string;
  namespace?: string;
  outcome?: string;
  /** As of a command. */
  way?: true;
  /** The Deployments that the operation saw. */
  seen?: DeploymentRecord[];
}

/** One of the three exchangeable parts, as it was found. */
export interface EnvironmentPart {
  kind: string;
  version?: string;
  url?: string;
  command?: string;
  context?: string;
}

/** The environment of a run. `notes` are sentences for the reader (a capability that lacks, for example). */
export interface EnvironmentRecord {
  hub: EnvironmentPart;
  cub: EnvironmentPart;
  cluster: EnvironmentPart;
  notes?: string[];
}

export interface SkipRecord {
  reason: string;
}

/** `{title: 'Units of traderx-prod-eu', text: '…'}`. */
export interface StateRecord {
  title: string;
  text: string;
}

/** Shard `index` (from 1) of `of`, and what all shards of one run must agree about, so that no scenario gets lost. */
export interface ShardRecord {
  index: number;
  of: number;
  /** how many scenarios the whole run has */
  scenarios: number;
  /** digest of who runs which scenario */
  split: string;
  /** digest of the durations that it was balanced by, or null where there were none */
  durations: string | null;
}

/** One unit at two looks, secrets masked. A unit that came or went has config data at one of them only. */
export interface ChangeRecord {
  space: string;
  unit: string;
  before?: RevisionRecord;
  after?: RevisionRecord;
}

/** `why` is the description of the change that made the revision. */
export interface RevisionRecord {
  revision: number;
  why: string;
  data: string;
}

/** `of` is what was done when the checkpoint was saved, in words. */
export interface CheckpointRecord {
  of: string;
}

/** What hub and cluster held. Spaces and namespaces are called as the tutorial calls them, without a run's prefix. */
export interface SnapshotRecord {
  moment: 'before' | 'after';
  units: SnapshotUnit[];
  /** Only `after`. */
  links?: SnapshotLink[];
  deployments: DeploymentRecord[];
}

/** A unit; `live` is the revision that the cluster has, 0 when none was ever applied. */
export interface SnapshotUnit {
  space: string;
  unit: string;
  revision: number;
  live: number;
  /** `behind` counts the revisions of the upstream that the clone has not got yet. */
  upstream?: { space: string; unit: string; behind: number };
  target?: string;
  /** Rules that hold it back. */
  gates?: string[];
  service?: SnapshotService;
}

/** What the Deployment in a unit's config data says. */
export interface SnapshotService {
  name: string;
  namespace: string;
  replicas: number;
  image: string;
  settings: Record<string, string>;
}

/** The from-unit needs what the to-unit provides. */
export interface SnapshotLink {
  space: string;
  from: string;
  to: string;
  toSpace: string;
}

import type { Cluster } from '../cluster/cluster';
import type { Capabilities } from '../cub/capabilities';
import type { Cub } from '../cub/cub';
import type { HubMemory } from './hub';
import type { Names } from './names';

/** What the verbs of the tutorial work with. */
export interface Tutorial {
  cub: Cub;
  cluster: Cluster;
  names: Names;
  /** What this `cub` can do; verbs choose their way by it. */
  can: Capabilities;
  /** What was last seen of the hub; whoever keeps the transcript of `cub` tells it of each command. */
  memory: HubMemory;
  /** Brings workers to life. */
  workers: WorkerHost;
  /** Tells a learner what happens. */
  narrate(sentence: string): void;
  /** How long to wait for a worker or an action; milliseconds. */
  patience: number;
}

/** Where workers run: as pods of the cluster, or as processes beside it. */
export interface WorkerHost {
  /** Starts the worker of a space; nothing happens when it runs already. */
  start(tutorial: Tutorial, space: string): Promise<void>;
  /** Ends the worker of a space; ConfigHub notices a little later. */
  stop(tutorial: Tutorial, space: string): Promise<void>;
  /** Ends all workers and waits for it, where they do not end with their cluster. */
  stopAll?(): Promise<void>;
}

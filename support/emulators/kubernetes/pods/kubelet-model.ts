import type { Clock } from '../clock/clock';
import type { Effects } from '../controllers/loop/effects';
import type { Pod } from '../controllers/objects/pod';
import type { Image } from '../images/model';
import type { ClusterStore } from '../store/cluster-store';
import type { ClusterAccess } from './access';
import type { Pods } from './pods';

/** What `createPods` needs. */
export interface PodsOptions {
  store: ClusterStore;
  clock: Clock;
  /** How a pod of this service account reaches the API server; asked when a container starts that needs it. */
  access: (namespace: string, serviceAccount: string) => ClusterAccess;
  log: (line: string) => void;
  /** Hears what programs write to their logs. */
  heard?: (pod: Pod, line: string) => void;
  /** Images that can be pulled; all known ones by default. */
  images?: readonly Image[];
}

/** The node `embedded`: runs the pods that are given to it. */
export interface Kubelet extends Pods {
  /** Begins to look after pods, those that are there and those to come. All it writes passes through `effects`. */
  start(effects: Effects): void;
  /** The store was replaced: lets every program go, forgets every pod and picks up what is there now. */
  restart(): void;
  /** Lets every program go and looks after nothing any more; resolves when the last program has ended. */
  stop(): Promise<void>;
}

import type { Clock } from '../clock/clock';
import type { Kubelet } from '../pods/kubelet-model';
import type { ClusterStore } from '../store/cluster-store';

/** What `startControllers` needs; `pods` comes from `createPods`. */
export interface ControllersOptions {
  store: ClusterStore;
  clock: Clock;
  pods: Kubelet;
  /** A line for whoever watches the emulator. */
  log: (line: string) => void;
}

/** The running controllers. */
export interface Controllers {
  /**
   * The store was replaced under them (a checkpoint was restored): forgets everything that was going on, lets the
   * containers' programs go, and picks up from what the store holds now. Pods that were Ready are Ready at once.
   */
  resync(): void;
  /** Ends all waits and programs; nothing is written afterwards. */
  stop(): Promise<void>;
}

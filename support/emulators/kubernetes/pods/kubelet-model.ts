import type { Clock } from '../clock/clock';
import type { ClusterStore } from '../store/cluster-store';
import type { ClusterAccess } from './access';
import type { Pods } from './pods';

/** What `createPods` needs. */
export interface PodsOptions {
  store: ClusterStore;
  clock: Clock;
  /** How a pod of this service account reaches the API server. */
  access: (namespace: string, serviceAccount: string) => ClusterAccess;
  log: (line: string) => void;
}

/** The node: runs the pods that are scheduled to it. The controllers' loop tells it which pod to look at. */
export interface Kubelet extends Pods {
  /** Looks at a pod again: starts it, ends it, forgets it. */
  sync(namespace: string, name: string): void;
  /** Lets every program go and forgets every pod, without a trace in the store. */
  forgetAll(): Promise<void>;
}

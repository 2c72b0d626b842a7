import type { Container, ContainerState, Pod, Probe } from '../../controllers/objects/pod';
import type { Environment } from '../environment/resolve';

/** The kinds of probes. */
export type ProbeKind = 'startup' | 'readiness' | 'liveness';

/** One container as the node knows it. */
export interface ContainerRun {
  name: string;
  state: ContainerState;
  lastState: ContainerState;
  ready: boolean;
  started: boolean;
  restarts: number;
  /** Failures in a row, for the growing waits. */
  failedPulls: number;
  crashes: number;
  /** Probe failures in a row. */
  failedProbes: Partial<Record<ProbeKind, number>>;
  /** Fully spelled name of the image once it was pulled. */
  image?: string;
  containerID?: string;
}

/** One pod as the node knows it: all that its next step depends on. */
export interface PodRun {
  startTime: string;
  /** Given with the pod's network. */
  podIP?: string;
  containers: ContainerRun[];
  /** How often its volumes could not be mounted. */
  failedMounts: number;
  /** Told to end. */
  ending: boolean;
}

/** Something that happened to a pod; each may lead to a next step. */
export type Signal =
  | { is: 'assigned' }
  | { is: 'mount' }
  | { is: 'pull' | 'pulled' | 'pull-back-off' | 'start' | 'restart'; container: string }
  | { is: 'probe'; kind: ProbeKind; container: string }
  | { is: 'exited'; container: string; exitCode: number }
  | { is: 'delete' }
  | { is: 'gone' };

/** Something that the node is to do for a pod. Waits are emulated milliseconds; a new wait replaces its like. */
export type Action =
  | { do: 'wait'; milliseconds: number; signal: Signal }
  | { do: 'tell'; type: 'Normal' | 'Warning'; reason: string; message: string; container?: string }
  | { do: 'launch'; container: string; variables: Record<string, string> }
  | { do: 'kill'; container: string }
  | { do: 'remove' };

/** What came of pulling a container's image. */
export type PullResult = { image: string; took: number } | { problem: string; message: string };

/** What a step may ask about the world; answers depend on nothing but the state of the cluster. */
export interface Facts {
  now: Date;
  /** The sentence about a volume that cannot be mounted, if there is one. */
  mount(): string | undefined;
  takeAddress(): string;
  isPresent(image: string): boolean;
  pull(container: Container): PullResult;
  environment(container: Container, podIP: string): Environment;
  freshContainerID(): string;
  /** What a probe finds: nothing when all is well, else the sentence about it. */
  probe(container: Container, probe: Probe): string | undefined;
  /** Emulated milliseconds since a timestamp of the pod. */
  elapsed(stamp: string): number;
}

/** A step in the making. The run is a copy that may be changed. */
export interface Step {
  pod: Pod;
  run: PodRun;
  facts: Facts;
  actions: Action[];
}

import type { Interception } from './interceptor/exchange';
import type { Server } from './server';

/** The part of the environment that a fault makes misbehave. */
export type Part = 'hub' | 'cub' | 'worker' | 'cluster';

/** A command line on its way to the real `cub`. */
export interface CubCall {
  args: string[];
  input: string;
}

/** What the real `cub` answered, on its way back. */
export interface CubAnswer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** What a fault does to the traffic of a `cub`; what is not there passes unaltered. */
export interface CubFault {
  /** Sees a command before it runs; may alter it in place. */
  call?(call: CubCall): void;
  /** Sees what it answered; may alter it in place. */
  answer?(call: CubCall, answer: CubAnswer): void;
}

/** One plausible wrong behaviour, planted where two parts of the environment meet. */
export interface Fault {
  /** A plain sentence. */
  name: string;
  part: Part;
  /** The stage of the tutorial that suffers from it. */
  stage: number;
  /** The scenarios, by their exact names, that must notice. */
  caughtBy: readonly [string, ...string[]];
  /** What must be set for it, such as `MTX_DEPLOY`; its scenarios are run with that, also without the fault. */
  settings?: Readonly<Record<`MTX_${string}`, string>>;
  /** Awake from the very beginning; else only once the scenario has reached its starting point. */
  inSetUp?: true;
  /** What happens between the hub and its clients, `cub` and workers alike. */
  hub?(server: Server): Interception;
  /** What happens between the cluster and whoever looks at it from outside. */
  cluster?(server: Server): Interception;
  /** What happens between `cub` and whoever calls it. */
  cub?(): CubFault;
}

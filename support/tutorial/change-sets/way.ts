import type { Tutorial } from '../tutorial';
import type { AtomicChange } from './atomic-change';
import { lockingWay } from './locking-way';
import { rememberingWay } from './remembering-way';

/** How a change set is carried through; versions of `cub` differ in it. */
export interface Way {
  /** Begins the change set on both services of all regions. */
  open(tutorial: Tutorial, change: AtomicChange): Promise<void>;
  /** The change set that edits belong to, as commands name it; undefined where they belong to none. */
  nameFor(tutorial: Tutorial, change: AtomicChange): string | undefined;
  /** Ends it; from now on others may change the units again. */
  close(tutorial: Tutorial, change: AtomicChange): Promise<void>;
  /** The revision to roll out, where it is not the newest. */
  revision(tutorial: Tutorial, change: AtomicChange): string | undefined;
  /** Gives each unit the configuration that it had before, as a new revision. */
  takeBack(tutorial: Tutorial, change: AtomicChange, why: string): Promise<void>;
  /** Notes that the change set has come to an end, arrived or taken back. */
  finish(tutorial: Tutorial, change: AtomicChange): Promise<void>;
  /** Whether the change set was begun and not brought to an end: a run was broken off. */
  leftOpen(tutorial: Tutorial, change: AtomicChange): Promise<boolean>;
}

/** Change sets that lock where this `cub` has them, else revisions remembered by ourselves. */
export function wayOf(tutorial: Tutorial): Way {
  return tutorial.can.changeSetLock ? lockingWay : rememberingWay;
}

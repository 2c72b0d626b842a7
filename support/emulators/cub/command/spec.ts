import type { Capability } from '../capabilities';
import type { Host } from '../host';
import type { Invocation } from '../invocation';
import type { Arity } from './arity';

/** A flag as pflag knows it. `list` is a StringSlice: repeated or comma separated. */
export interface Flag {
  name: string;
  short?: string;
  kind: 'bool' | 'string' | 'list' | 'int';
  usage: string;
  fallback?: string | boolean;
  needs?: Capability;
}

/** What must be there before a command runs: nothing, a credential, or also a space. */
export type Scope = 'none' | 'session' | 'space';

export type Run = (invocation: Invocation) => Promise<void> | void;

/** One command: what it is called, what it takes, and the module that carries it out (loaded when it runs). */
export interface Command {
  name: string;
  /** Usage line after the name, as `<name or id>`. */
  use?: string;
  short: string;
  long?: string;
  arity?: Arity;
  flags?: readonly Flag[];
  /** Whether `--space '*'` is allowed. */
  orgLevel?: boolean;
  needs?: Capability;
  /** Where a command needs less than its group. */
  scope?: Scope;
  load: () => Run;
}

/** A group of commands, as `cub unit`. */
export interface Group {
  name: string;
  short: string;
  long: string;
  scope: Scope;
  /** Flags of every command of the group (persistent flags). */
  flags?: readonly Flag[];
  commands: readonly Command[];
  /** Commands of the real `cub` that this one leaves out. */
  leftOut?: readonly string[];
  /** Commands known only at run time, as the functions of `cub run`. */
  more?: (host: Host) => readonly Command[];
  /** What `cub <group>` itself does, where it does anything but help. */
  own?: Omit<Command, 'name'>;
}

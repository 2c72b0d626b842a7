import type { Credential } from './sign-in/credentials';
import type { Database } from './store/database';
import type { Presence } from './workers/presence';

/** What every handler works with. Clock, ids and log are handed in, so that tests can hold them still. */
export interface Hub {
  database: Database;
  credentials: Credential[];
  presence: Presence;
  /** The pullers of bundles that are connected, each by its worker. */
  pullers: Presence;
  /** Whose rules an upgrade follows (contract, era tags). */
  era: 'B' | 'C';
  /** Whether each request that changes something is told to the operator. */
  verbose: boolean;
  /** The moment, as RFC 3339 text. */
  now(): string;
  /** A new UUID. */
  ids(): string;
  /** A new secret. */
  secrets(): string;
  /** Tells the operator one line. */
  log(line: string): void;
  /** The port of the worker stream; known once the server listens. */
  workerPort(): number;
}

import type { Hub } from '../hub';
import type { Organization, User } from '../organizations/model';
import type { BridgeWorker } from '../workers/model';
import type { ParameterTypes, Query } from './query';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who asks: a user of an organization, or a worker with its own secret. */
export interface Caller {
  organization: Organization;
  user: User;
  worker?: BridgeWorker;
}

/** One request as a handler sees it. */
export interface Call {
  hub: Hub;
  caller: Caller;
  /** Values of the `:name` segments; those whose name ends in `_id` are UUIDs. */
  params: Record<string, string>;
  query: Query;
  /** The JSON body; undefined when there is none. */
  body: unknown;
  userAgent: string;
}

/** An answer other than 200 with JSON. */
export class Answer {
  constructor(
    readonly status: 200 | 207,
    readonly body: unknown,
    readonly contentType: 'application/json' | 'text/plain' = 'application/json',
  ) {}
}

/** A connection that stays open and receives lines. */
export interface LineStream {
  /** Sends one line; a newline is added. */
  send(line: string): void;
  close(): void;
  onClose(listener: () => void): void;
  remoteAddress: string;
}

/** An answer that never ends by itself. `start` is called when the headers are out. */
export class StreamAnswer {
  constructor(readonly start: (stream: LineStream) => void) {}
}

/**
 * One operation of the API.
 * `access`: `open` needs no credential, `user` a user's, `worker` the secret of the worker in `:bridge_worker_id`.
 * The handler answers a JSON value (200), an Answer, or a StreamAnswer; it throws ApiError to refuse.
 */
export interface Route {
  method: Method;
  path: string;
  access?: 'open' | 'user' | 'worker';
  query?: ParameterTypes;
  handler: (call: Call) => unknown;
}

import type { HubSession } from './session';

/** A hub that can be used. */
export interface Hub {
  kind: 'embedded' | 'url';
  url: string;
  version: string;
  /** port of the worker protocol, '' when the hub does not tell */
  workerPort: string;
  /** a login of our own; absent for a hub in which the user's own login is used */
  session?: HubSession;
  stop(): Promise<void>;
}

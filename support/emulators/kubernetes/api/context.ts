import type { ServerResponse } from 'node:http';
import type { Tokens } from '../auth/tokens';
import type { Pods } from '../pods/pods';
import type { Registry } from '../registry/registry';

/** What every handler of the API works with. */
export interface ApiContext {
  registry: Registry;
  tokens: Tokens;
  pods: Pods;
  now: () => Date;
  /** Answers that are still being written (watches, followed logs): cut when the state is replaced. */
  streams: Set<ServerResponse>;
}

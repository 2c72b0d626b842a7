import type { Environment } from '../../environment';

/** What stands between parts of an environment, and takes the place of some. */
export interface Between<P extends keyof Environment> {
  parts: Pick<Environment, P>;
  stop(): Promise<void>;
}

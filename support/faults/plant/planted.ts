import type { Environment } from '../../environment';

/** What planting a fault put in the place of parts of an environment. */
export interface Planted {
  parts: Partial<Environment>;
  stop(): Promise<void>;
}

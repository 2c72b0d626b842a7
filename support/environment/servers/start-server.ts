import type { Ready } from './ready';

/** A server of ours that answers. */
export interface Server {
  ready: Ready;
  stop(): Promise<void>;
}

/**
 * Starts a bundled server, as a child that ends with this process, or as one that lasts.
 *
 * @throws EnvironmentError when it does not become ready
 */
export type StartServer = (name: 'hub' | 'kubernetes', args: string[]) => Promise<Server>;

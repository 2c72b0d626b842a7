import type { Hub } from './hub';
import { infoOf } from './session';

/** A ConfigHub server that runs somewhere: it is asked who it is, and used with the login that `cub` has. */
export async function hubByUrl(url: string): Promise<Hub> {
  const { version, workerPort } = await infoOf({ url });
  return { kind: 'url', url, version, workerPort, stop: async () => undefined };
}

import type { Environment } from '../../environment';
import type { Interception } from '../interceptor/exchange';
import { startInterceptor } from '../interceptor/interceptor';
import { Server } from '../server';
import type { Planted } from './planted';
import { type Eyes, watched } from './strikes';

/** Puts an interceptor before the hub; `cub` goes to it, and so do the workers that `cub` installs or runs. */
export async function plantInHub(
  { hub, cub }: Environment,
  fault: (server: Server) => Interception,
  eyes: Eyes,
): Promise<Planted> {
  const upstream = { url: hub.url };
  const { url, stop } = await startInterceptor(
    upstream,
    watched(fault(new Server(upstream, eyes.struck)), eyes),
  );
  const env = { ...cub.env, CONFIGHUB_URL: url, CONFIGHUB_WORKER_PORT: new URL(url).port };
  return { parts: { hub: { ...hub, url }, cub: { ...cub, env } }, stop };
}

import type { Environment } from '../../environment';
import type { Interception } from '../interceptor/exchange';
import type { Upstream } from '../interceptor/forward';
import { startInterceptor } from '../interceptor/interceptor';
import type { Between } from './between';

/** Puts an interceptor before the hub; `cub` goes to it, and so do the workers that `cub` installs or runs. */
export async function interceptHub(
  { hub, cub }: Environment,
  interception: Interception,
): Promise<Between<'hub' | 'cub'> & { upstream: Upstream }> {
  const upstream = { url: hub.url };
  const { url, stop } = await startInterceptor(upstream, interception);
  const env = { ...cub.env, CONFIGHUB_URL: url, CONFIGHUB_WORKER_PORT: new URL(url).port };
  return { parts: { hub: { ...hub, url }, cub: { ...cub, env } }, upstream, stop };
}

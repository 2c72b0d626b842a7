import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../../environment';
import { scratchFolder } from '../../environment/scratch/scratch';
import { endpointOf } from '../../environment/servers/kubeconfig';
import type { Interception } from '../interceptor/exchange';
import type { Upstream } from '../interceptor/forward';
import { startInterceptor } from '../interceptor/interceptor';
import type { Between } from './between';

/**
 * Puts an interceptor before the API server, under the server's own key and certificate, and gives whoever looks from
 * outside a kubeconfig that leads to it. Pods, workers among them, still reach the real one.
 */
export async function interceptCluster(
  { cluster }: Environment,
  interception: Interception,
): Promise<Between<'cluster'> & { upstream: Upstream }> {
  const { url, ca } = endpointOf(cluster.kubeconfig);
  const upstream = { url, ...(ca ? { ca } : {}) };
  const own = (name: string): string => readFileSync(join(dirname(cluster.kubeconfig), name), 'utf8');
  const identity = { key: own('server.key'), cert: own('server.crt') };
  const interceptor = await startInterceptor(upstream, interception, identity);
  const folder = scratchFolder();
  const kubeconfig = join(folder, 'kubeconfig');
  const text = readFileSync(cluster.kubeconfig, 'utf8').replaceAll(url, interceptor.url);
  writeFileSync(kubeconfig, text, { mode: 0o600 });
  return {
    parts: { cluster: { ...cluster, kubeconfig } },
    upstream,
    async stop() {
      await interceptor.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

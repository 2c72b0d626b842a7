import { join } from 'node:path';
import { EnvironmentError } from '../failure';
import { askJson } from '../servers/http';
import { endpointOf } from '../servers/kubeconfig';
import type { ClusterProvider } from './cluster';

/** The embedded cluster: an API server with controllers whose pods run in its process. */
export const embeddedCluster: ClusterProvider<'embedded'> = async (_settings, { start, stateDir, pace }) => {
  const server = await start('kubernetes', ['--state', join(stateDir, 'kubernetes'), '--pace', String(pace)]);
  const { kubeconfig } = server.ready;
  if (!kubeconfig) throw new EnvironmentError('the embedded cluster did not say where its kubeconfig is');
  const endpoint = endpointOf(kubeconfig);
  const { gitVersion } = (await askJson(endpoint, 'GET', '/version')) as { gitVersion: string };
  return {
    kind: 'embedded',
    kubeconfig,
    context: endpoint.context,
    version: gitVersion,
    runsPods: true,
    pullsImages: true,
    checkpoints: endpoint,
    stop: server.stop,
  };
};

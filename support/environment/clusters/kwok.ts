import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterProvider } from './cluster';
import { becomeUsable } from './kwok/become-usable';
import { startControlPlane } from './kwok/container';

export const publicImage = 'registry.k8s.io/kwok/cluster:v0.7.0-k8s.v1.33.0';
const context = 'microtraderx-kwok';

/** A real control plane in one container, whose nodes and pods are faked by kwok. Nothing runs in the pods. */
export const kwokCluster: ClusterProvider<'kwok'> = async (settings, { stateDir }) => {
  const image = settings.image ?? publicImage;
  const { url, stop } = await startControlPlane(image);
  try {
    const version = await becomeUsable(url);
    const kubeconfig = join(stateDir, 'kwok.kubeconfig');
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(kubeconfig, kubeconfigOf(url), { mode: 0o600 });
    return { kind: 'kwok', kubeconfig, context, version, runsPods: false, pullsImages: false, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** JSON is YAML. Without the flag clients refuse to talk plain HTTP; there is no certificate that it could skip. */
function kubeconfigOf(server: string): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': context,
    contexts: [{ name: context, context: { cluster: context, user: context } }],
    clusters: [{ name: context, cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: context, user: {} }],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

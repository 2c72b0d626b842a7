import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubeAccess } from './access';

const serviceAccount = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The access that a pod is given by its cluster, or undefined outside a pod. */
export function inClusterAccess(env: NodeJS.ProcessEnv, folder = serviceAccount): KubeAccess | undefined {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  if (!host || !port || !existsSync(join(folder, 'token'))) return undefined;
  return {
    server: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ca: readFileSync(join(folder, 'ca.crt'), 'utf8'),
    token: readFileSync(join(folder, 'token'), 'utf8').trim(),
  };
}

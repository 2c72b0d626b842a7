import { homedir } from 'node:os';
import { join } from 'node:path';
import { inClusterAccess } from './cluster/in-cluster';
import type { WorkerOptions } from './index';

/**
 * What the environment of the process `cub worker run` starts, or of a worker's container, asks for.
 *
 * @throws Error that names the variable which is missing or wrong
 */
export function workerOptions(env: NodeJS.ProcessEnv): Omit<WorkerOptions, 'log'> {
  const inCluster = inClusterAccess(env);
  return {
    hubUrl: env.CONFIGHUB_URL || 'https://hub.confighub.com',
    workerPort: port(env.CONFIGHUB_WORKER_PORT || '443'),
    workerId: required(env, 'CONFIGHUB_WORKER_ID', 'worker-id'),
    workerSecret: required(env, 'CONFIGHUB_WORKER_SECRET', 'worker-secret'),
    clusters: inCluster ?? (env.KUBECONFIG || join(homedir(), '.kube', 'config')),
    // The process ends with its stream, as the real one does; whatever runs it starts it again.
    inCluster: false,
    inClusterTargetName: env.IN_CLUSTER_TARGET_NAME,
    targetPrefix: env.ENABLE_MULTIPLEXER === 'true' ? 'k8s-' : '',
    pace: Number(env.MTX_PACE || 1),
  };
}

function required(env: NodeJS.ProcessEnv, name: string, flag: string): string {
  const value = env[name];
  if (!value) throw new Error(`required flag(s) "${flag}" not set: set ${name}`);
  return value;
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new Error(`CONFIGHUB_WORKER_PORT must be a port number, not "${text}"`);
}

import { readFileSync, writeFileSync } from 'node:fs';
import type { ClusterAccess } from '../environment';
import type { Cluster } from './cluster';

/** Writes down how to reach a cluster, so that other processes of the same run use it. */
export function writeShared(file: string, access: ClusterAccess): void {
  const { kind, kubeconfig, context, version, runsPods, pullsImages } = access;
  const content = { kind, kubeconfig, context, version, runsPods, pullsImages };
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
}

/** A cluster that another process of the run started, and stops. */
export function sharedCluster(file: string): Cluster {
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as ClusterAccess), stop: async () => undefined };
}

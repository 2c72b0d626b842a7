import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What is remembered of a cluster that is not embedded, so that no other is ever taken for it. */
export interface ClusterRecord {
  /** when we began to make it, or when it was allowed; ISO 8601 */
  since: string;
  /** uid of its namespace kube-system; absent while it is being made */
  uid?: string;
}

/** The files that belong to one cluster. */
export interface ClusterFiles {
  record: string;
  /** a kubeconfig of our own, never the user's */
  kubeconfig: string;
}

/** The folder of these files: in the project, unless the settings name another place for state. */
export function recordsFolder(projectRoot: string, state?: string): string {
  return join(state === undefined ? join(projectRoot, '.microtraderx') : resolve(state), 'clusters');
}

/** @param name may hold anything that the name of a kube context may */
export function filesOf(folder: string, kind: 'kind' | 'context', name: string): ClusterFiles {
  const base = join(folder, `${kind}-${encodeURIComponent(name)}`);
  return { record: `${base}.json`, kubeconfig: `${base}.kubeconfig` };
}

/** The record, or undefined when there is none. A record that cannot be read is an error: nothing may be guessed. */
export function readClusterRecord({ record }: ClusterFiles): ClusterRecord | undefined {
  try {
    return JSON.parse(readFileSync(record, 'utf8')) as ClusterRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeClusterRecord({ record }: ClusterFiles, content: ClusterRecord): void {
  mkdirSync(join(record, '..'), { recursive: true });
  writeFileSync(`${record}.new`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${record}.new`, record);
}

/** Writes a kubeconfig that only its owner can read, whatever was there before. */
export function writeKubeconfig({ kubeconfig }: Pick<ClusterFiles, 'kubeconfig'>, content: string): void {
  mkdirSync(join(kubeconfig, '..'), { recursive: true });
  writeFileSync(kubeconfig, content, { mode: 0o600 });
  chmodSync(kubeconfig, 0o600);
}

export function forget({ record, kubeconfig }: ClusterFiles): void {
  rmSync(record, { force: true });
  rmSync(kubeconfig, { force: true });
}

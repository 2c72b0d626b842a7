import type { Deployment, ReplicaSet } from '../objects/workloads';
import { revisionOf } from './annotations';

const DEFAULT_HISTORY = 10;

/**
 * The old ReplicaSets that the revision history has no room for, oldest revisions first; never one that has pods, is
 * to have some or is being deleted (upstream's cleanupDeployment).
 */
export function surplusHistory(deployment: Deployment, old: ReplicaSet[]): ReplicaSet[] {
  const kept = old.filter((set) => !set.metadata.deletionTimestamp);
  const surplus = kept.length - (deployment.spec.revisionHistoryLimit ?? DEFAULT_HISTORY);
  if (surplus <= 0) return [];
  return [...kept]
    .sort((a, b) => revisionOf(a) - revisionOf(b))
    .slice(0, surplus)
    .filter((set) => !set.status?.replicas && !set.spec.replicas && isObserved(set));
}

function isObserved({ metadata, status }: ReplicaSet): boolean {
  return (metadata.generation ?? 0) <= (status?.observedGeneration ?? 0);
}

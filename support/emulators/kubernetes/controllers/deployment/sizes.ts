import type { ReplicaSet } from '../objects/workloads';
import type { Sized } from './rolling-step';

/** A ReplicaSet as the arithmetic of a rollout sees it. */
export function sized(set: ReplicaSet): Sized {
  return {
    name: set.metadata.name,
    replicas: set.spec.replicas ?? 0,
    available: set.status?.availableReplicas ?? 0,
  };
}

import type { Deployment, DeploymentCondition, DeploymentStatus, ReplicaSet } from '../objects/workloads';
import { withCondition } from './conditions';
import { desiredReplicas, fencepostsOf } from './fenceposts';

/**
 * The status of a Deployment from its ReplicaSets, as upstream's calculateStatus, with the Available condition.
 * Counters that are zero are left out.
 */
export function statusOf(
  deployment: Deployment,
  current: ReplicaSet | undefined,
  all: ReplicaSet[],
  conditions: DeploymentCondition[],
  now: Date,
): DeploymentStatus {
  const count = (of: (set: ReplicaSet) => number | undefined) =>
    all.reduce((total, set) => total + (of(set) ?? 0), 0);
  const available = count((set) => set.status?.availableReplicas);
  const wanted = count((set) => set.spec.replicas);
  const enough = available >= desiredReplicas(deployment) - fencepostsOf(deployment).unavailable;
  return compact({
    observedGeneration: deployment.metadata.generation,
    replicas: count((set) => set.status?.replicas),
    updatedReplicas: current?.status?.replicas,
    readyReplicas: count((set) => set.status?.readyReplicas),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, wanted - available),
    terminatingReplicas: count((set) => set.status?.terminatingReplicas),
    collisionCount: deployment.status?.collisionCount,
    conditions: withCondition(conditions, enough ? AVAILABLE : UNAVAILABLE, now),
  });
}

/** Whether a rollout is done: every wanted pod is of the new template and available, and there are none besides. */
export function isComplete(deployment: Deployment, status: DeploymentStatus | undefined): boolean {
  const desired = desiredReplicas(deployment);
  return (
    (status?.updatedReplicas ?? 0) === desired &&
    (status?.replicas ?? 0) === desired &&
    (status?.availableReplicas ?? 0) === desired &&
    (status?.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

const AVAILABLE = {
  type: 'Available',
  status: 'True',
  reason: 'MinimumReplicasAvailable',
  message: 'Deployment has minimum availability.',
} as const;

const UNAVAILABLE = {
  type: 'Available',
  status: 'False',
  reason: 'MinimumReplicasUnavailable',
  message: 'Deployment does not have minimum availability.',
} as const;

function compact(status: DeploymentStatus): DeploymentStatus {
  const told = Object.entries(status).filter(
    ([name, value]) => value !== undefined && (value !== 0 || name === 'terminatingReplicas'),
  );
  return Object.fromEntries(told) as DeploymentStatus;
}

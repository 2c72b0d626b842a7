import type { Change, Occurrence } from '../loop/change';
import type { Deployment, DeploymentCondition, ReplicaSet } from '../objects/workloads';
import { sameEntries, sizedAnnotations } from './annotations';
import { desiredReplicas, fencepostsOf } from './fenceposts';
import type { Resizing } from './rolling-step';

/** A decision in the making: the Deployment with its ReplicaSets as they will be, and what was decided so far. */
export interface Rollout {
  deployment: Deployment;
  /** The ReplicaSet whose template is the Deployment's, when there is one. */
  current?: ReplicaSet;
  /** All others of this Deployment, oldest first. */
  old: ReplicaSet[];
  conditions: DeploymentCondition[];
  changes: Change[];
  now: Date;
}

/** All ReplicaSets of a rollout. */
export function allOf(rollout: Rollout): ReplicaSet[] {
  return rollout.current ? [...rollout.old, rollout.current] : rollout.old;
}

/** Those that are to have pods. */
export function active(replicaSets: ReplicaSet[]): ReplicaSet[] {
  return replicaSets.filter((set) => (set.spec.replicas ?? 0) > 0);
}

/** Tells that something happened to the Deployment. */
export function tell(rollout: Rollout, type: Occurrence['type'], reason: string, message: string): void {
  const source = { component: 'deployment-controller' };
  rollout.changes.push({
    do: 'tell',
    occurrence: { about: rollout.deployment, type, reason, message, source },
  });
}

/** Gives ReplicaSets their new sizes, and notes on each the scale of the Deployment at this time. */
export function resize(rollout: Rollout, sizes: Resizing): void {
  const fresh = new Map<string, ReplicaSet>();
  for (const set of allOf(rollout)) {
    const replicas = sizes.get(set.metadata.name);
    if (replicas !== undefined) fresh.set(set.metadata.name, resizeOne(rollout, set, replicas));
  }
  const renew = (set: ReplicaSet) => fresh.get(set.metadata.name) ?? set;
  rollout.old = rollout.old.map(renew);
  rollout.current = rollout.current && renew(rollout.current);
}

function resizeOne(rollout: Rollout, set: ReplicaSet, replicas: number): ReplicaSet {
  const before = set.spec.replicas ?? 0;
  const desired = desiredReplicas(rollout.deployment);
  const annotations = sizedAnnotations(
    set.metadata.annotations,
    desired,
    fencepostsOf(rollout.deployment).surge,
  );
  if (replicas === before && sameEntries(annotations, set.metadata.annotations ?? {})) return set;
  const resized: ReplicaSet = {
    ...set,
    metadata: { ...set.metadata, annotations },
    spec: { ...set.spec, replicas },
  };
  rollout.changes.push({ do: 'update', object: resized });
  if (replicas === before) return resized;
  const direction = replicas > before ? 'up' : 'down';
  const message = `Scaled ${direction} replica set ${set.metadata.name} from ${before} to ${replicas}`;
  tell(rollout, 'Normal', 'ScalingReplicaSet', message);
  return resized;
}

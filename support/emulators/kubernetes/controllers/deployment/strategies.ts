import { desiredWhenSized, maxWhenSized } from './annotations';
import { desiredReplicas, fencepostsOf } from './fenceposts';
import { spread } from './proportions';
import { type Resizing, rollingStep } from './rolling-step';
import { active, allOf, type Rollout } from './rollout';
import { sized } from './sizes';

/** The next sizes of a rolling update. */
export function rollingSizes(rollout: Rollout): Resizing {
  const { deployment, current, old } = rollout;
  if (!current) return new Map();
  return rollingStep(desiredReplicas(deployment), fencepostsOf(deployment), sized(current), old.map(sized));
}

/** The sizes with which Recreate begins: nothing of the old. */
export function withoutOld(rollout: Rollout): Resizing {
  return new Map(active(rollout.old).map((set) => [set.metadata.name, 0]));
}

/** The sizes with which Recreate ends: all of the new. */
export function allNew(rollout: Rollout): Resizing {
  const { current, deployment } = rollout;
  const desired = desiredReplicas(deployment);
  return current && current.spec.replicas !== desired
    ? new Map([[current.metadata.name, desired]])
    : new Map();
}

/**
 * The sizes after a change of the Deployment's scale, or while it is paused (upstream's scale): the only active
 * ReplicaSet, or else the newest, takes it all; a current one that has all its pods leaves the old none; in the middle
 * of a rolling update the change is spread in proportion.
 */
export function scaledSizes(rollout: Rollout): Resizing {
  const { deployment, current, old } = rollout;
  const desired = desiredReplicas(deployment);
  const running = active(allOf(rollout));
  if (running.length <= 1) {
    const only = running[0] ?? current ?? old.at(-1);
    return only ? new Map([[only.metadata.name, desired]]) : new Map();
  }
  if (isSaturated(rollout)) return withoutOld(rollout);
  if (deployment.spec.strategy?.type === 'Recreate') return new Map();
  const { surge } = fencepostsOf(deployment);
  const proportioned = running.map((set) => ({
    ...sized(set),
    maxReplicas: maxWhenSized(set) ?? deployment.status?.replicas ?? 0,
    created: set.metadata.creationTimestamp,
  }));
  const allowed = desired > 0 ? desired + surge : 0;
  const spreadOut = spread(allowed, desired, proportioned);
  return spreadOut.size > 0 ? spreadOut : new Map(proportioned.map(({ name, replicas }) => [name, replicas]));
}

function isSaturated({ current, deployment }: Rollout): boolean {
  if (!current) return false;
  const { replicas, available } = sized(current);
  return [replicas, available, desiredWhenSized(current)].every(
    (count) => count === desiredReplicas(deployment),
  );
}

import type { Fenceposts } from './fenceposts';

/** A ReplicaSet as the arithmetic of a rollout sees it. */
export interface Sized {
  name: string;
  /** Pods it is told to have. */
  replicas: number;
  /** Pods of it that are available. */
  available: number;
}

/** New sizes of ReplicaSets by name; only those that change. */
export type Resizing = Map<string, number>;

const sum = (sets: Sized[], of: 'replicas' | 'available') => sets.reduce((total, set) => total + set[of], 0);

/**
 * One step of a rolling update, as upstream's rolloutRolling: first the new ReplicaSet grows as far as the surge
 * allows; when it cannot, old ones shrink as far as availability allows, those with unhealthy pods first.
 *
 * @param old oldest first
 */
export function rollingStep(desired: number, fenceposts: Fenceposts, current: Sized, old: Sized[]): Resizing {
  const grown = growNew(desired, fenceposts, current, old);
  if (grown !== current.replicas) return new Map([[current.name, grown]]);
  return shrinkOld(desired, fenceposts, current, old);
}

/** The size of the new ReplicaSet: never more pods in all than desired plus surge, never more than desired of its own. */
export function growNew(desired: number, { surge }: Fenceposts, current: Sized, old: Sized[]): number {
  if (current.replicas >= desired) return desired;
  const room = desired + surge - sum(old, 'replicas') - current.replicas;
  return current.replicas + Math.max(0, Math.min(room, desired - current.replicas));
}

function shrinkOld(desired: number, { unavailable }: Fenceposts, current: Sized, old: Sized[]): Resizing {
  const resizing: Resizing = new Map();
  if (old.some((set) => set.available > set.replicas)) return resizing; // its last shrinking is still under way
  const minAvailable = desired - unavailable;
  const unavailableNew = current.replicas - current.available;
  const most = sum(old, 'replicas') + current.replicas - minAvailable - unavailableNew;
  if (most <= 0) return resizing;

  let cleaned = 0;
  const healthier = old.map((set) => {
    const unhealthy = Math.max(0, Math.min(most - cleaned, set.replicas - set.available));
    cleaned += unhealthy;
    return { ...set, replicas: set.replicas - unhealthy };
  });

  let spare = Math.max(0, sum([...old, current], 'available') - minAvailable);
  for (const [index, set] of healthier.entries()) {
    const shrunk = set.replicas - Math.min(set.replicas, spare);
    spare -= set.replicas - shrunk;
    if (shrunk !== old[index]?.replicas) resizing.set(set.name, shrunk);
  }
  return resizing;
}

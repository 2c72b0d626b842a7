import type { Resizing } from './rolling-step';

/** A ReplicaSet with pods, when its Deployment is scaled in the middle of a rollout. */
export interface Proportioned {
  name: string;
  replicas: number;
  /** The most pods its Deployment could have when this size was set (annotation max-replicas). */
  maxReplicas: number;
  /** Later is newer. */
  created: string;
}

/**
 * Spreads a change of scale over the ReplicaSets of an unfinished rollout in proportion to their sizes, the remainder
 * to the largest, as upstream's scale: neither the new nor the old pods alone bear the risk.
 *
 * @param allowed pods that the Deployment may have in all: desired plus surge, or 0 when scaled to nothing
 */
export function spread(allowed: number, desired: number, sets: Proportioned[]): Resizing {
  const toAdd = allowed - sets.reduce((total, set) => total + set.replicas, 0);
  if (toAdd === 0) return new Map();
  const newestFirst = toAdd > 0 ? -1 : 1;
  const ordered = [...sets].sort(
    (a, b) =>
      b.replicas - a.replicas ||
      newestFirst * a.created.localeCompare(b.created) ||
      newestFirst * a.name.localeCompare(b.name),
  );

  let added = 0;
  const sizes: Resizing = new Map();
  for (const set of ordered) {
    const share = proportion(set, allowed, desired, toAdd, added);
    added += share;
    sizes.set(set.name, set.replicas + share);
  }
  const largest = ordered[0];
  if (largest) sizes.set(largest.name, Math.max(0, (sizes.get(largest.name) ?? 0) + toAdd - added));
  return sizes;
}

function proportion(
  set: Proportioned,
  allowed: number,
  desired: number,
  toAdd: number,
  added: number,
): number {
  if (set.replicas === 0 || toAdd === added) return 0;
  const fraction =
    desired === 0
      ? -set.replicas
      : Math.round((set.replicas * allowed) / Math.max(1, set.maxReplicas)) - set.replicas;
  return toAdd > 0 ? Math.min(fraction, toAdd - added) : Math.max(fraction, toAdd - added);
}

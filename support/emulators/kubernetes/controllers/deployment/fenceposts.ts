import type { Deployment, IntOrPercent } from '../objects/workloads';

/** How far a rolling update may stray from the wanted number of pods, in pods. */
export interface Fenceposts {
  surge: number;
  unavailable: number;
}

/**
 * A number of pods from a number or a percentage of a total (k8s.io/apimachinery intstr).
 *
 * @throws RangeError for a string that is no percentage
 */
export function resolveIntOrPercent(value: IntOrPercent, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(value)?.[1];
  if (percent === undefined)
    throw new RangeError(`"${value}" is neither a number of pods nor a percentage such as 25%.`);
  const exact = (Number(percent) * total) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/**
 * The fenceposts of a Deployment, as upstream's ResolveFenceposts: surge is rounded up, unavailable down; when both
 * come to nothing one pod may be unavailable; never more unavailable than wanted. Recreate has none.
 */
export function fencepostsOf(deployment: Deployment): Fenceposts {
  if (deployment.spec.strategy?.type === 'Recreate') return { surge: 0, unavailable: 0 };
  const desired = desiredReplicas(deployment);
  const { maxSurge = '25%', maxUnavailable = '25%' } = deployment.spec.strategy?.rollingUpdate ?? {};
  const surge = resolveIntOrPercent(maxSurge, desired, 'up');
  const unavailable = resolveIntOrPercent(maxUnavailable, desired, 'down');
  if (desired === 0) return { surge, unavailable: 0 };
  return { surge, unavailable: Math.min(surge === 0 && unavailable === 0 ? 1 : unavailable, desired) };
}

/** The wanted number of pods; the API's default is 1. */
export function desiredReplicas(deployment: Deployment): number {
  return deployment.spec.replicas ?? 1;
}

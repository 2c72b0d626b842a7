import { timestamp } from '../../clock/clock';
import type { DeploymentCondition } from '../objects/workloads';

/** What a new condition says. */
export type Finding = Pick<DeploymentCondition, 'type' | 'status' | 'reason' | 'message'>;

/** The condition of a type, if there is one. */
export function conditionOf<T extends { type: string }>(
  conditions: T[] | undefined,
  type: string,
): T | undefined {
  return conditions?.find((condition) => condition.type === type);
}

/** All conditions but that of a type. */
export function withoutCondition(conditions: DeploymentCondition[], type: string): DeploymentCondition[] {
  return conditions.filter((condition) => condition.type !== type);
}

/**
 * Conditions with a finding, as upstream's SetDeploymentCondition: one with the same status and reason is left as it
 * is unless `renew`, and the time of transition stays while the status does.
 */
export function withCondition(
  conditions: DeploymentCondition[],
  finding: Finding,
  now: Date,
  renew = false,
): DeploymentCondition[] {
  const before = conditionOf(conditions, finding.type);
  const same = before?.status === finding.status;
  if (same && before?.reason === finding.reason && !renew) return conditions;
  const stamp = timestamp(now);
  const lastTransitionTime = same && before ? before.lastTransitionTime : stamp;
  return [
    ...withoutCondition(conditions, finding.type),
    { ...finding, lastUpdateTime: stamp, lastTransitionTime },
  ];
}

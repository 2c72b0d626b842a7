import type { Deployment, DeploymentCondition } from '../objects/workloads';
import { conditionOf, withCondition } from './conditions';
import { progressDeadline } from './progress';

/**
 * Notes in the Progressing condition that a Deployment was paused or resumed, so that the time of the pause does not
 * count as lack of progress (upstream's checkPausedConditions). A missed deadline is not overwritten.
 */
export function withPause(
  deployment: Deployment,
  conditions: DeploymentCondition[],
  now: Date,
): DeploymentCondition[] {
  if (progressDeadline(deployment) === undefined) return conditions;
  const reason = conditionOf(conditions, 'Progressing')?.reason;
  if (reason === 'ProgressDeadlineExceeded') return conditions;
  const noted = reason === 'DeploymentPaused';
  if (Boolean(deployment.spec.paused) === noted) return conditions;
  const finding = deployment.spec.paused
    ? { reason: 'DeploymentPaused', message: 'Deployment is paused' }
    : { reason: 'DeploymentResumed', message: 'Deployment is resumed' };
  return withCondition(conditions, { type: 'Progressing', status: 'Unknown', ...finding }, now);
}

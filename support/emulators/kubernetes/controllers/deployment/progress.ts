import type { Deployment, DeploymentCondition, DeploymentStatus, ReplicaSet } from '../objects/workloads';
import { conditionOf, type Finding, withCondition, withoutCondition } from './conditions';
import { isComplete } from './status';

const NO_DEADLINE = 2 ** 31 - 1;
const DEFAULT_DEADLINE = 600;

/** Seconds that a rollout may stand still; undefined when it has no deadline. */
export function progressDeadline(deployment: Deployment): number | undefined {
  const seconds = deployment.spec.progressDeadlineSeconds ?? DEFAULT_DEADLINE;
  return seconds >= NO_DEADLINE ? undefined : seconds;
}

/** Emulated milliseconds since the rollout last made progress, as its Progressing condition tells. */
export type SinceProgress = (condition: DeploymentCondition) => number;

/**
 * The conditions of a Deployment after looking for progress, as upstream's syncRolloutStatus: the reasons
 * NewReplicaSetAvailable, ReplicaSetUpdated and ProgressDeadlineExceeded, and ReplicaFailure from its ReplicaSets.
 *
 * @param before the status that was stored; @param status the one just computed
 */
export function judgeProgress(
  deployment: Deployment,
  status: DeploymentStatus,
  current: ReplicaSet | undefined,
  all: ReplicaSet[],
  sinceProgress: SinceProgress,
  now: Date,
): DeploymentCondition[] {
  const conditions = withReplicaFailure(status.conditions ?? [], current, all);
  const deadline = progressDeadline(deployment);
  if (deadline === undefined) return withoutCondition(conditions, 'Progressing');
  const condition = conditionOf(conditions, 'Progressing');
  const settled = (status.replicas ?? 0) === (status.updatedReplicas ?? 0);
  if (settled && condition?.reason === 'NewReplicaSetAvailable') return conditions;

  const what = current ? `ReplicaSet "${current.metadata.name}"` : `Deployment "${deployment.metadata.name}"`;
  if (isComplete(deployment, status)) {
    return withCondition(
      conditions,
      finding('True', 'NewReplicaSetAvailable', `${what} has successfully progressed.`),
      now,
    );
  }
  if (hasProgressed(deployment.status, status)) {
    return withCondition(
      conditions,
      finding('True', 'ReplicaSetUpdated', `${what} is progressing.`),
      now,
      true,
    );
  }
  if (condition && sinceProgress(condition) > deadline * 1_000) {
    return withCondition(
      conditions,
      finding('False', 'ProgressDeadlineExceeded', `${what} has timed out progressing.`),
      now,
    );
  }
  return conditions;
}

/** Emulated milliseconds until a rollout that stands still misses its deadline; undefined when it cannot. */
export function untilDeadline(
  deployment: Deployment,
  status: DeploymentStatus,
  sinceProgress: SinceProgress,
): number | undefined {
  const deadline = progressDeadline(deployment);
  const condition = conditionOf(status.conditions, 'Progressing');
  if (deadline === undefined || !condition || condition.reason === 'ProgressDeadlineExceeded')
    return undefined;
  if (deployment.spec.paused || isComplete(deployment, status)) return undefined;
  return Math.max(0, deadline * 1_000 - sinceProgress(condition)) + 100;
}

function hasProgressed(before: DeploymentStatus | undefined, after: DeploymentStatus): boolean {
  const updated = (status?: DeploymentStatus) => status?.updatedReplicas ?? 0;
  const old = (status?: DeploymentStatus) => (status?.replicas ?? 0) - updated(status);
  const rest = (status?: DeploymentStatus) =>
    [status?.readyReplicas ?? 0, status?.availableReplicas ?? 0] as const;
  const [readyBefore, availableBefore] = rest(before);
  const [ready, available] = rest(after);
  return (
    updated(after) > updated(before) ||
    old(after) < old(before) ||
    ready > readyBefore ||
    available > availableBefore
  );
}

function withReplicaFailure(
  conditions: DeploymentCondition[],
  current: ReplicaSet | undefined,
  all: ReplicaSet[],
): DeploymentCondition[] {
  const failure = [...(current ? [current] : []), ...all]
    .map((set) => conditionOf(set.status?.conditions, 'ReplicaFailure'))
    .find((condition) => condition !== undefined);
  const others = withoutCondition(conditions, 'ReplicaFailure');
  if (!failure) return others;
  const at = failure.lastTransitionTime ?? '';
  const { type, status, reason = '', message = '' } = failure;
  return [...others, { type, status, reason, message, lastUpdateTime: at, lastTransitionTime: at }];
}

function finding(status: 'True' | 'False', reason: string, message: string): Finding {
  return { type: 'Progressing', status, reason, message };
}

import { timestamp } from '../../clock/clock';
import type { Pod } from '../objects/pod';
import type { ReplicaSet, ReplicaSetCondition, ReplicaSetStatus } from '../objects/workloads';
import { isReady, readyCondition } from '../pods/pod-facts';
import { hasLabels } from '../selectors/label-selector';

/** Emulated milliseconds since a pod became Ready. */
export type SinceReady = (pod: Pod) => number;

/** Emulated milliseconds until a Ready pod is available; 0 when it is, undefined when it is not Ready. */
export function untilAvailable(
  pod: Pod,
  minReadySeconds: number,
  sinceReady: SinceReady,
): number | undefined {
  if (!isReady(pod) || !readyCondition(pod)?.lastTransitionTime) return undefined;
  return minReadySeconds === 0 ? 0 : Math.max(0, minReadySeconds * 1_000 - sinceReady(pod));
}

/**
 * The status of a ReplicaSet from its active pods, as upstream's calculateStatus. Counters that are zero are left out,
 * but `replicas` is always there.
 *
 * @param terminating how many of its pods are on their way out
 * @param failure the sentence with which the API refused to make or delete a pod, if it did
 */
export function statusOf(
  replicaSet: ReplicaSet,
  pods: Pod[],
  sinceReady: SinceReady,
  terminating: number,
  now: Date,
  failure?: string,
): ReplicaSetStatus {
  const { template, minReadySeconds = 0 } = replicaSet.spec;
  const labelled = pods.filter((pod) =>
    hasLabels(pod.metadata.labels, template.metadata?.labels ?? {}),
  ).length;
  const ready = pods.filter(isReady).length;
  const available = pods.filter((pod) => untilAvailable(pod, minReadySeconds, sinceReady) === 0).length;
  const { generation } = replicaSet.metadata;
  return {
    replicas: pods.length,
    ...(labelled ? { fullyLabeledReplicas: labelled } : {}),
    ...(ready ? { readyReplicas: ready } : {}),
    ...(available ? { availableReplicas: available } : {}),
    terminatingReplicas: terminating,
    ...(generation ? { observedGeneration: generation } : {}),
    ...(failure === undefined ? {} : { conditions: [replicaFailure(replicaSet, pods.length, failure, now)] }),
  };
}

function replicaFailure(
  replicaSet: ReplicaSet,
  has: number,
  message: string,
  now: Date,
): ReplicaSetCondition {
  const reason = has > (replicaSet.spec.replicas ?? 1) ? 'FailedDelete' : 'FailedCreate';
  const before = replicaSet.status?.conditions?.find((condition) => condition.type === 'ReplicaFailure');
  const lastTransitionTime = before?.lastTransitionTime ?? timestamp(now);
  return { type: 'ReplicaFailure', status: 'True', reason, message, lastTransitionTime };
}

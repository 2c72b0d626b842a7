import type { KubeObject } from '../cluster/kube-object';
import { conditionsOf, numberIn } from './fields';
import { current, inProgress, type Result } from './result';

/** A ReplicaSet is current when as many pods as wanted are labelled, available and ready, and no more exist. */
export function replicaSet(object: KubeObject): Result {
  const failure = conditionsOf(object).find((c) => c.type === 'ReplicaFailure' && c.status === 'True');
  if (failure) return inProgress(`Replica Failure condition. Check Pods: ${failure.message ?? ''}`);
  const wanted = numberIn(object, 'spec', 'replicas', 1);
  const count = (field: string) => numberIn(object, 'status', field, 0);
  if (wanted > count('fullyLabeledReplicas'))
    return inProgress(`Labelled: ${count('fullyLabeledReplicas')}/${wanted}`);
  if (wanted > count('availableReplicas'))
    return inProgress(`Available: ${count('availableReplicas')}/${wanted}`);
  if (wanted > count('readyReplicas')) return inProgress(`Ready: ${count('readyReplicas')}/${wanted}`);
  if (count('replicas') > wanted) return inProgress(`Pending termination: ${count('replicas') - wanted}`);
  return current(`ReplicaSet is available. Replicas: ${count('replicas')}`);
}

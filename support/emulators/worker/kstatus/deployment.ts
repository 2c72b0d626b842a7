import type { KubeObject } from '../cluster/kube-object';
import { conditionsOf, numberIn } from './fields';
import { current, failed, inProgress, type Result } from './result';

/** A Deployment is current when all replicas are updated, available and ready, and none of the old is left. */
export function deployment(object: KubeObject): Result {
  const conditions = conditionsOf(object);
  const stuck = conditions.find((c) => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded');
  if (stuck) return failed(`Progress deadline exceeded: ${stuck.message ?? ''}`);
  return replicas(object) ?? rollout(object, conditions);
}

function replicas(object: KubeObject): Result | undefined {
  const wanted = numberIn(object, 'spec', 'replicas', 1);
  const count = (field: string) => numberIn(object, 'status', field, 0);
  const updated = count('updatedReplicas');
  if (wanted > count('replicas')) return inProgress(`Replicas: ${count('replicas')}/${wanted}`);
  if (wanted > updated) return inProgress(`Updated: ${updated}/${wanted}`);
  if (count('replicas') > wanted) return inProgress(`Pending termination: ${count('replicas') - wanted}`);
  if (updated > count('availableReplicas'))
    return inProgress(`Available: ${count('availableReplicas')}/${updated}`);
  if (wanted > count('readyReplicas')) return inProgress(`Ready: ${count('readyReplicas')}/${wanted}`);
  return undefined;
}

function rollout(object: KubeObject, conditions: ReturnType<typeof conditionsOf>): Result {
  const isTrue = (type: string) => conditions.find((c) => c.type === type && c.status === 'True');
  // Without a deadline the controller reports no progress at all.
  const hasDeadline = object.spec?.progressDeadlineSeconds !== undefined;
  if (hasDeadline && isTrue('Progressing')?.reason !== 'NewReplicaSetAvailable')
    return inProgress('ReplicaSet not Available');
  if (!isTrue('Available')) return inProgress('Deployment not Available');
  return current(`Deployment is available. Replicas: ${numberIn(object, 'status', 'replicas', 0)}`);
}

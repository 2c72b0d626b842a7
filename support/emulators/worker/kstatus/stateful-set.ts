import type { KubeObject } from '../cluster/kube-object';
import { numberIn, textIn } from './fields';
import { current, inProgress, type Result } from './result';

/** A StatefulSet is current when all replicas are ready and of the current revision. */
export function statefulSet(object: KubeObject): Result {
  const wanted = numberIn(object, 'spec', 'replicas', 1);
  const count = (field: string) => numberIn(object, 'status', field, 0);
  if (wanted > count('replicas')) return inProgress(`Replicas: ${count('replicas')}/${wanted}`);
  if (wanted > count('readyReplicas')) return inProgress(`Ready: ${count('readyReplicas')}/${wanted}`);
  if (count('replicas') > wanted) return inProgress(`Pending termination: ${count('replicas') - wanted}`);
  if (wanted > count('currentReplicas')) return inProgress(`current: ${count('currentReplicas')}/${wanted}`);
  if (textIn(object, 'status', 'currentRevision') !== textIn(object, 'status', 'updateRevision'))
    return inProgress('Waiting for updated revision to match current');
  return current(`All replicas scheduled as expected. Replicas: ${count('replicas')}`);
}

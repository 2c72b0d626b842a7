import { groupOf, type KubeObject } from '../cluster/kube-object';
import { deployment } from './deployment';
import { conditionsOf } from './fields';
import { job } from './job';
import { pod } from './pod';
import { replicaSet } from './replica-set';
import { failed, inProgress, type Result } from './result';
import { customResourceDefinition, other, persistentVolumeClaim, service } from './single';
import { statefulSet } from './stateful-set';

export type { Result } from './result';

const rules: Record<string, (object: KubeObject) => Result> = {
  '/Service': service,
  '/Pod': pod,
  '/PersistentVolumeClaim': persistentVolumeClaim,
  'apps/Deployment': deployment,
  'apps/ReplicaSet': replicaSet,
  'apps/StatefulSet': statefulSet,
  'batch/Job': job,
  'apiextensions.k8s.io/CustomResourceDefinition': customResourceDefinition,
};

/**
 * How far an object is, by the rules of kstatus (sigs.k8s.io/cli-utils/pkg/kstatus/status), on which ConfigHub's
 * worker waits: general conditions first, then the rule of its kind, then its Ready condition.
 */
export function statusOf(object: KubeObject): Result {
  return general(object) ?? (rules[`${groupOf(object)}/${object.kind}`] ?? other)(object);
}

function general(object: KubeObject): Result | undefined {
  const { deletionTimestamp, generation } = object.metadata;
  if (deletionTimestamp) return { status: 'Terminating', message: 'Resource scheduled for deletion' };
  const observed = object.status?.observedGeneration;
  if (generation !== undefined && observed !== undefined && observed !== generation)
    return inProgress(
      `${object.kind} generation is ${generation}, but latest observed generation is ${observed}`,
    );
  for (const { type, status, reason, message } of conditionsOf(object)) {
    if (type === 'Reconciling' && status === 'True') return inProgress(message ?? reason ?? type);
    if (type === 'Stalled' && status === 'True') return failed(message ?? reason ?? type);
  }
  return undefined;
}

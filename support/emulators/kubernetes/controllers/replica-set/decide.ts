import type { Change, Occurrence } from '../loop/change';
import type { Decision } from '../loop/controller';
import { sameContent } from '../loop/same-content';
import type { Pod } from '../objects/pod';
import type { ReplicaSet } from '../objects/workloads';
import { claim, controllerOf, isControlledBy } from '../owners/claim';
import { isActive, isTerminating } from '../pods/pod-facts';
import { isEmptySelector } from '../selectors/label-selector';
import { deletionOrder } from './deletion-order';
import { type SinceReady, statusOf, untilAvailable } from './status';

/** What a decision about a ReplicaSet is made from. */
export interface ReplicaSetSituation {
  replicaSet: ReplicaSet;
  /** All pods of its namespace. */
  pods: Pod[];
  sinceReady: SinceReady;
  suffix: () => string;
  now: Date;
  /** The sentence with which the API refused the last decision, if it did. */
  refused?: string;
}

/** Pods that one decision makes or deletes at most, as upstream's burst. */
const BURST = 500;

/** What to do about a ReplicaSet now: the pods to make or delete, and its status (upstream's syncReplicaSet). */
export function decideReplicaSet(situation: ReplicaSetSituation): Decision {
  const { replicaSet, sinceReady, now, refused } = situation;
  if (isEmptySelector(replicaSet.spec.selector)) return { changes: [] };
  const { claimed, changes } = claim(replicaSet, replicaSet.spec.selector, situation.pods.filter(isActive));

  if (refused !== undefined) changes.push(failed(situation, claimed.length, refused));
  else if (!replicaSet.metadata.deletionTimestamp) changes.push(...resized(situation, claimed));

  const terminating = situation.pods.filter(
    (pod) => isTerminating(pod) && isControlledBy(pod, replicaSet),
  ).length;
  const status = statusOf(replicaSet, claimed, sinceReady, terminating, now, refused);
  if (!sameContent(status, replicaSet.status)) {
    changes.push({ do: 'update-status', object: { ...replicaSet, status } });
  }
  const waits = claimed
    .map((pod) => untilAvailable(pod, replicaSet.spec.minReadySeconds ?? 0, sinceReady) ?? 0)
    .filter((wait) => wait > 0);
  return waits.length > 0 ? { changes, again: Math.min(...waits) } : { changes };
}

function resized(situation: ReplicaSetSituation, pods: Pod[]): Change[] {
  const { replicaSet } = situation;
  const surplus = pods.length - (replicaSet.spec.replicas ?? 1);
  if (surplus > 0) {
    return deletionOrder(pods)
      .slice(0, Math.min(surplus, BURST))
      .flatMap((pod) => remove(replicaSet, pod));
  }
  return Array.from({ length: Math.min(-surplus, BURST) }, () => make(situation)).flat();
}

function make({ replicaSet, suffix }: ReplicaSetSituation): Change[] {
  const { template } = replicaSet.spec;
  const generateName = `${replicaSet.metadata.name}-`;
  const name = `${generateName}${suffix()}`;
  const metadata = {
    name,
    generateName,
    namespace: replicaSet.metadata.namespace,
    labels: template.metadata?.labels,
    annotations: template.metadata?.annotations,
    ownerReferences: [controllerOf(replicaSet)],
  };
  const object = { apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec };
  return [{ do: 'create', object }, tell(replicaSet, 'Normal', 'SuccessfulCreate', `Created pod: ${name}`)];
}

function remove(replicaSet: ReplicaSet, { metadata: { name, uid, namespace = '' } }: Pod): Change[] {
  return [
    { do: 'delete', resource: 'pods', name, namespace, options: { uid } },
    tell(replicaSet, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`),
  ];
}

function failed({ replicaSet }: ReplicaSetSituation, has: number, refused: string): Change {
  const deleting = has > (replicaSet.spec.replicas ?? 1);
  const [reason, verb] = deleting ? ['FailedDelete', 'deleting'] : ['FailedCreate', 'creating'];
  return tell(replicaSet, 'Warning', reason ?? '', `Error ${verb}: ${refused}`);
}

function tell(about: ReplicaSet, type: Occurrence['type'], reason: string, message: string): Change {
  return {
    do: 'tell',
    occurrence: { about, type, reason, message, source: { component: 'replicaset-controller' } },
  };
}

import { type Controller, keyOf } from '../loop/controller';
import type { Pod } from '../objects/pod';
import type { ReplicaSet } from '../objects/workloads';
import { controllerReference } from '../owners/claim';
import { readyCondition } from '../pods/pod-facts';
import { selects } from '../selectors/label-selector';
import { decideReplicaSet } from './decide';

const REPLICA_SETS = 'replicasets.apps';

/** Keeps the number of pods: looks again at a ReplicaSet when it or one of its pods changes. */
export const replicaSetController: Controller = {
  name: 'replicaset',
  all: (reader) => reader.list(REPLICA_SETS).map(keyOf),

  concerns({ resource, object, previous }, reader) {
    if (resource === REPLICA_SETS) return [keyOf(object)];
    if (resource !== 'pods') return [];
    const namespace = object.metadata.namespace ?? '';
    const owners = [object, ...(previous ? [previous] : [])]
      .map(controllerReference)
      .filter((owner) => owner?.kind === 'ReplicaSet')
      .map((owner) => ({ namespace, name: owner?.name ?? '' }));
    if (owners.length > 0 || controllerReference(object)) return owners;
    return reader
      .list<ReplicaSet>(REPLICA_SETS, namespace)
      .filter((set) => selects(set.spec.selector, object.metadata.labels))
      .map(keyOf);
  },

  decide({ namespace, name }, reader, { now, moments, suffix, refused }) {
    const replicaSet = reader.get<ReplicaSet>(REPLICA_SETS, name, namespace);
    if (!replicaSet) return { changes: [] };
    const sinceReady = (pod: Pod) => {
      const stamp = readyCondition(pod)?.lastTransitionTime ?? '';
      return moments.since(`${pod.metadata.uid} ready ${stamp}`, stamp);
    };
    return decideReplicaSet({
      replicaSet,
      pods: reader.list<Pod>('pods', namespace),
      sinceReady,
      suffix,
      now,
      refused,
    });
  },
};

import { type Controller, keyOf } from '../loop/controller';
import type { Pod } from '../objects/pod';
import type { Deployment, ReplicaSet } from '../objects/workloads';
import { controllerReference, isControlledBy } from '../owners/claim';
import { hasEnded } from '../pods/pod-facts';
import { decideDeployment, tellRefusal } from './decide';

const DEPLOYMENTS = 'deployments.apps';

/** Rolls Deployments out: looks again at each when it or one of its ReplicaSets changes, or an old pod goes. */
export const deploymentController: Controller = {
  name: 'deployment',
  all: (reader) => reader.list(DEPLOYMENTS).map(keyOf),

  concerns({ resource, type, object }, reader) {
    const namespace = object.metadata.namespace ?? '';
    if (resource === DEPLOYMENTS) return [keyOf(object)];
    if (resource === 'replicasets.apps') {
      const owner = controllerReference(object);
      if (owner) return owner.kind === 'Deployment' ? [{ namespace, name: owner.name }] : [];
      return reader.list(DEPLOYMENTS, namespace).map(keyOf);
    }
    if (resource !== 'pods' || type !== 'DELETED') return [];
    const owner = controllerReference(object);
    const set = owner && reader.get('replicasets.apps', owner.name, namespace);
    const deployment = set && controllerReference(set);
    return deployment ? [{ namespace, name: deployment.name }] : [];
  },

  decide({ namespace, name }, reader, { now, moments, refused }) {
    const deployment = reader.get<Deployment>(DEPLOYMENTS, name, namespace);
    if (!deployment) return { changes: [] };
    const { uid, generation } = deployment.metadata;
    const { replicas, updatedReplicas, availableReplicas } = deployment.status ?? {};
    const progress = `${replicas}/${updatedReplicas}/${availableReplicas}`;
    const situation = {
      deployment,
      replicaSets: reader.list<ReplicaSet>('replicasets.apps', namespace),
      hasPods: (set: ReplicaSet) =>
        reader.list<Pod>('pods', namespace).some((pod) => isControlledBy(pod, set) && !hasEnded(pod)),
      sinceProgress: ({ lastUpdateTime }: { lastUpdateTime: string }) =>
        moments.since(`${uid} progress of ${generation} ${lastUpdateTime} ${progress}`, lastUpdateTime),
      now,
    };
    return refused === undefined ? decideDeployment(situation) : tellRefusal(situation, refused);
  },
};

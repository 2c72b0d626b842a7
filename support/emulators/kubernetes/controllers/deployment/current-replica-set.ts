import type { ObjectMeta } from '../../store/kube-object';
import type { ReplicaSet } from '../objects/workloads';
import { controllerOf } from '../owners/claim';
import { currentAnnotations, revisionOf, sameEntries, sizedAnnotations } from './annotations';
import { conditionOf, withCondition } from './conditions';
import { desiredReplicas, fencepostsOf } from './fenceposts';
import { progressDeadline } from './progress';
import { growNew } from './rolling-step';
import { type Rollout, tell } from './rollout';
import { sized } from './sizes';
import { TEMPLATE_HASH, templateHash } from './template-hash';

/**
 * Brings the current ReplicaSet in line with the Deployment: annotations, revision, minReadySeconds; and, when there is
 * none and `create`, makes it, already at the size that the strategy allows (upstream's getNewReplicaSet).
 *
 * @param taken whether a ReplicaSet of this name exists in the namespace, whoever owns it
 */
export function syncCurrent(rollout: Rollout, create: boolean, taken: (name: string) => boolean): void {
  const revision = Math.max(0, ...rollout.old.map(revisionOf)) + 1;
  if (rollout.current) adjust(rollout, rollout.current, revision);
  else if (create) make(rollout, revision, taken);
}

function adjust(rollout: Rollout, current: ReplicaSet, revision: number): void {
  const { deployment } = rollout;
  const annotations = currentAnnotations(deployment, current.metadata.annotations, revision);
  const minReadySeconds = deployment.spec.minReadySeconds ?? 0;
  const same = sameEntries(annotations, current.metadata.annotations ?? {});
  if (!same || (current.spec.minReadySeconds ?? 0) !== minReadySeconds) {
    rollout.current = {
      ...current,
      metadata: { ...current.metadata, annotations },
      spec: { ...current.spec, minReadySeconds },
    };
    rollout.changes.push({ do: 'update', object: rollout.current });
  }
  if (!conditionOf(rollout.conditions, 'Progressing')) {
    progress(rollout, 'FoundNewReplicaSet', `Found new replica set "${current.metadata.name}"`);
  }
}

function make(rollout: Rollout, revision: number, taken: (name: string) => boolean): void {
  const { deployment } = rollout;
  const hash = freeHash(rollout, taken);
  const current = replicaSet(rollout, hash, revision);
  rollout.current = current;
  rollout.changes.push({ do: 'create', object: current });
  const { name } = current.metadata;
  if (current.spec.replicas) {
    tell(
      rollout,
      'Normal',
      'ScalingReplicaSet',
      `Scaled up replica set ${name} from 0 to ${current.spec.replicas}`,
    );
  }
  if (progressDeadline(deployment) !== undefined) {
    progress(rollout, 'NewReplicaSetCreated', `Created new replica set "${name}"`);
  }
}

function replicaSet(rollout: Rollout, hash: string, revision: number): ReplicaSet {
  const { deployment } = rollout;
  const { template, selector, minReadySeconds = 0 } = deployment.spec;
  const labels = { ...template.metadata?.labels, [TEMPLATE_HASH]: hash };
  const { surge, unavailable } = fencepostsOf(deployment);
  const desired = desiredReplicas(deployment);
  const annotations = currentAnnotations(deployment, undefined, revision);
  const name = `${deployment.metadata.name}-${hash}`;
  const recreate = deployment.spec.strategy?.type === 'Recreate';
  const newcomer = { name, replicas: 0, available: 0 };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace: deployment.metadata.namespace,
      labels,
      annotations: sizedAnnotations(annotations, desired, surge),
      ownerReferences: [controllerOf(deployment)],
    } as Partial<ObjectMeta> as ObjectMeta,
    spec: {
      replicas: recreate
        ? desired
        : growNew(desired, { surge, unavailable }, newcomer, rollout.old.map(sized)),
      minReadySeconds,
      selector: { ...selector, matchLabels: { ...selector.matchLabels, [TEMPLATE_HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}

function freeHash(rollout: Rollout, taken: (name: string) => boolean): string {
  const { metadata, spec, status } = rollout.deployment;
  for (let collisions = status?.collisionCount ?? 0; ; collisions++) {
    const hash = templateHash(spec.template, collisions);
    if (!taken(`${metadata.name}-${hash}`)) return hash;
  }
}

function progress(rollout: Rollout, reason: string, message: string): void {
  const finding = { type: 'Progressing', status: 'True', reason, message } as const;
  rollout.conditions = withCondition(rollout.conditions, finding, rollout.now);
}

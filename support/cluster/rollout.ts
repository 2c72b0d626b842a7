import type { V1Deployment, V1DeploymentCondition } from '@kubernetes/client-node';
import type { DeploymentRecord } from './transcript';

/** How far a Deployment is. */
export interface Rollout {
  name: string;
  wanted: number;
  updated: number;
  ready: number;
  /** Pods of the newest version run and are available, and no others are left. */
  settled: boolean;
  /** The first container's image. */
  image: string;
  /** The first container's environment. */
  settings: Record<string, string>;
  /** Why it does not go on, in the cluster's words. */
  problem?: string;
}

/** Reads how far a Deployment is, as `kubectl rollout status` does. */
export function rolloutOf(deployment: V1Deployment): Rollout {
  const { metadata, spec, status } = deployment;
  const wanted = spec?.replicas ?? 1;
  const updated = status?.updatedReplicas ?? 0;
  const container = spec?.template.spec?.containers[0];
  const stuck = pastDeadline(deployment);
  const rollout: Rollout = {
    name: metadata?.name ?? '',
    wanted,
    updated,
    ready: status?.readyReplicas ?? 0,
    settled:
      isObserved(deployment) &&
      updated === wanted &&
      (status?.replicas ?? 0) === wanted &&
      (status?.availableReplicas ?? 0) === wanted,
    image: container?.image ?? '',
    settings: Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value ?? ''])),
  };
  return stuck?.message ? { ...rollout, problem: stuck.message } : rollout;
}

/** Whether the cluster has given the newest version of a Deployment up: it has passed its deadline. */
export function isGivenUp(deployment: V1Deployment): boolean {
  return isObserved(deployment) && pastDeadline(deployment) !== undefined;
}

/** Whether the status is about the newest version. */
function isObserved({ metadata, status }: V1Deployment): boolean {
  return (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 1);
}

/** The condition of a Deployment that has passed its deadline. */
function pastDeadline({ status }: V1Deployment): V1DeploymentCondition | undefined {
  return status?.conditions?.find((one) => one.type === 'Progressing' && one.status === 'False');
}

/** In words, for errors and narration. */
export function describeRollout(rollout: Rollout): string {
  const problem = rollout.problem ? ` (${rollout.problem})` : '';
  return `${rollout.name} ${rollout.ready}/${rollout.wanted} ready, ${rollout.updated} updated${problem}`;
}

/** What a report is told of a Deployment. */
export function deploymentRecord(deployment: V1Deployment): DeploymentRecord {
  const { name, wanted, ready, updated, image, problem } = rolloutOf(deployment);
  const record = { namespace: deployment.metadata?.namespace ?? '', name, wanted, ready, updated, image };
  return problem ? { ...record, problem } : record;
}

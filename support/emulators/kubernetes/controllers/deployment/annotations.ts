import type { KubeObject } from '../../store/kube-object';
import type { Deployment, ReplicaSet } from '../objects/workloads';

export const REVISION = 'deployment.kubernetes.io/revision';
const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';
const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas';
const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas';

const NOT_COPIED = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deprecated.deployment.rollback.to',
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
]);

/** The revision that an object carries; 0 when it carries none. */
export function revisionOf(object: KubeObject): number {
  return Number(object.metadata.annotations?.[REVISION] ?? 0) || 0;
}

/** The number of pods that was wanted when this ReplicaSet was last sized, when it tells. */
export function desiredWhenSized(replicaSet: ReplicaSet): number | undefined {
  return number(replicaSet.metadata.annotations?.[DESIRED_REPLICAS]);
}

/** The most pods that were allowed when this ReplicaSet was last sized, when it tells. */
export function maxWhenSized(replicaSet: ReplicaSet): number | undefined {
  return number(replicaSet.metadata.annotations?.[MAX_REPLICAS]);
}

/** The annotations of a ReplicaSet that is sized now. */
export function sizedAnnotations(
  annotations: Record<string, string> | undefined,
  desired: number,
  surge: number,
): Record<string, string> {
  return { ...annotations, [DESIRED_REPLICAS]: String(desired), [MAX_REPLICAS]: String(desired + surge) };
}

/**
 * The annotations of the Deployment's current ReplicaSet: the Deployment's own, and its revision when that is later
 * than the one it has; a revision that is replaced goes into its history (a rollback).
 */
export function currentAnnotations(
  deployment: Deployment,
  own: Record<string, string> | undefined,
  revision: number,
): Record<string, string> {
  const copied = Object.entries(deployment.metadata.annotations ?? {}).filter(
    ([name]) => !NOT_COPIED.has(name),
  );
  const annotations = { ...own, ...Object.fromEntries(copied) };
  const before = Number(own?.[REVISION] ?? 0);
  if (before >= revision) return annotations;
  annotations[REVISION] = String(revision);
  if (before > 0) {
    annotations[REVISION_HISTORY] = [own?.[REVISION_HISTORY], String(before)].filter(Boolean).join();
  }
  return annotations;
}

/** Whether two sets of annotations are the same. */
export function sameEntries(one: Record<string, string>, other: Record<string, string>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

import { timestamp } from '../clock/clock';
import { type ResourceDefinition, resourceId } from '../resources/definition';
import type { Pod } from '../resources/model';
import { conflict, forbidden } from '../status/refusals';
import type { DeleteOptions } from '../store/cluster-store';
import type { KubeObject } from '../store/kube-object';
import { keyOf, type Storage } from '../store/storage';
import { draftOf } from './objects';

/** What came of a deletion: gone, or still there with a deletionTimestamp. */
export interface Deletion {
  object: KubeObject;
  gone: boolean;
}

const UNDELETABLE = ['default', 'kube-public', 'kube-system'];

/**
 * Deletes an object, or marks it as being deleted where finalizers, a pod's grace period or a namespace's content
 * hold it back.
 *
 * @throws ApiError 409 when a precondition does not hold, 403 for a namespace of the system
 */
export function deleteObject(
  storage: Storage,
  now: () => Date,
  definition: ResourceDefinition,
  current: KubeObject,
  options: DeleteOptions,
  dryRun = false,
): Deletion {
  checkPreconditions(definition, current, options);
  const resource = resourceId(definition);
  const { name, namespace } = current.metadata;
  if (resource === 'namespaces' && UNDELETABLE.includes(name)) {
    throw forbidden(definition, name, 'this namespace may not be deleted');
  }
  const finalizers = finalizersFor(current, options);
  const grace = gracePeriod(resource, current, options);
  const marked = draftOf(current);
  if (finalizers.length > 0) marked.metadata.finalizers = finalizers;
  const held = finalizers.length > 0 || grace > 0 || isFullNamespace(current);
  if (!held) {
    if (!dryRun) storage.remove(resource, keyOf(name, namespace));
    return { object: current, gone: true };
  }
  mark(marked, current, grace, now());
  const unchanged =
    current.metadata.deletionTimestamp === marked.metadata.deletionTimestamp &&
    (current.metadata.finalizers ?? []).length === finalizers.length;
  if (unchanged || dryRun) return { object: unchanged ? current : marked, gone: false };
  return { object: storage.put(resource, marked), gone: false };
}

function checkPreconditions(
  definition: ResourceDefinition,
  current: KubeObject,
  options: DeleteOptions,
): void {
  const { name, uid, resourceVersion } = current.metadata;
  const byKind = { ...definition, plural: definition.kind };
  if (options.uid && options.uid !== uid) {
    const why = `the UID in the precondition (${options.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`;
    throw conflict(byKind, name, why);
  }
  if (options.resourceVersion && options.resourceVersion !== resourceVersion) {
    const why = `the ResourceVersion in the precondition (${options.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`;
    throw conflict(byKind, name, why);
  }
}

function finalizersFor(current: KubeObject, { propagationPolicy }: DeleteOptions): string[] {
  const kept = current.metadata.finalizers ?? [];
  if (!propagationPolicy) return kept;
  const others = kept.filter((finalizer) => finalizer !== 'orphan' && finalizer !== 'foregroundDeletion');
  if (propagationPolicy === 'Orphan') return [...others, 'orphan'];
  return propagationPolicy === 'Foreground' ? [...others, 'foregroundDeletion'] : others;
}

function gracePeriod(resource: string, current: KubeObject, options: DeleteOptions): number {
  if (resource !== 'pods') return 0;
  const { spec, status } = current as Pod;
  if (!spec.nodeName || status?.phase === 'Succeeded' || status?.phase === 'Failed') return 0;
  const asked = options.gracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
  const running = current.metadata.deletionGracePeriodSeconds;
  return Math.max(running === undefined ? asked : Math.min(asked, running), 0);
}

function isFullNamespace(current: KubeObject): boolean {
  const spec = current.spec as { finalizers?: string[] } | undefined;
  return current.kind === 'Namespace' && (spec?.finalizers?.length ?? 0) > 0;
}

function mark(marked: KubeObject, current: KubeObject, grace: number, now: Date): void {
  const { metadata } = marked;
  if (metadata.deletionTimestamp && metadata.deletionGracePeriodSeconds === grace) return;
  const requested = metadata.deletionTimestamp
    ? Date.parse(metadata.deletionTimestamp) - (metadata.deletionGracePeriodSeconds ?? 0) * 1000
    : now.getTime();
  metadata.deletionTimestamp = timestamp(new Date(requested + grace * 1000));
  if (current.kind === 'Namespace') marked.status = { ...(marked.status as object), phase: 'Terminating' };
  else metadata.deletionGracePeriodSeconds = grace;
  if (metadata.generation !== undefined) metadata.generation += 1;
}

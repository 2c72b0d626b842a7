import { isDeepStrictEqual } from 'node:util';
import type { Ownerships } from '../apply/managers';
import { timestamp } from '../clock/clock';
import { behaviourOf } from '../resources/behaviours';
import { hasStatus, type ResourceDefinition, resourceId } from '../resources/definition';
import { metadataProblems } from '../resources/metadata/validation';
import { type FieldError, forbiddenField, invalid } from '../status/field-error';
import { conflict, invalidObject, modified } from '../status/refusals';
import type { KubeObject } from '../store/kube-object';
import { keyOf, type Storage } from '../store/storage';
import { addressProblems, setManagedFields } from './create';
import { isSameState } from './objects';
import { ownershipsAfterUpdate } from './ownership-tracking';

/** How an object is to be changed. */
export interface Change {
  manager: string;
  dryRun?: boolean;
  /** `status`: only the status changes. `scale`: the change is written down as one through `/scale`. */
  subresource?: string;
  /** From server-side apply, which has worked them out already. */
  ownerships?: Ownerships;
}

/**
 * Puts a new state in the place of an object: keeps what cannot be changed, checks the rest, stores it. An object
 * that is being deleted goes when its last finalizer does.
 *
 * @param next decoded for the resource's type; taken over, not copied
 * @throws ApiError 409 when `next` has another resourceVersion or uid, 422 when it is invalid
 */
export function changeObject(
  storage: Storage,
  now: () => Date,
  definition: ResourceDefinition,
  current: KubeObject,
  next: KubeObject,
  change: Change,
): KubeObject {
  const resource = resourceId(definition);
  checkIdentity(definition, current, next);
  const given = next.metadata.managedFields;
  const object = keepFixed(definition, current, next, change.subresource);
  if (change.subresource !== 'status') behaviourOf(resource).setDefaults?.(object);
  const writer = {
    manager: change.manager,
    time: timestamp(now()),
    ...(change.subresource ? { subresource: change.subresource } : {}),
  };
  const ownerships = change.ownerships ?? ownershipsAfterUpdate(definition, current, object, given, writer);
  const errors = problems(storage, definition, current, object, change.subresource);
  if (errors.length > 0) throw invalidObject(definition, current.metadata.name, errors);
  if (change.subresource !== 'status') countGeneration(definition, current, object);
  setManagedFields(object, ownerships);
  if (isSameState(current, object)) return current;
  if (change.dryRun) return object;
  if (isGone(object)) {
    const removed = storage.remove(resource, keyOf(object.metadata.name, object.metadata.namespace));
    object.metadata.resourceVersion = removed?.metadata.resourceVersion ?? object.metadata.resourceVersion;
    return object;
  }
  return storage.put(resource, object);
}

function checkIdentity(definition: ResourceDefinition, current: KubeObject, next: KubeObject): void {
  const { name, namespace, uid, resourceVersion } = current.metadata;
  const asked = next.metadata;
  if (asked.uid && asked.uid !== uid) {
    const key = `/registry/${definition.plural}/${keyOf(name, namespace)}`;
    const failed = `Precondition failed: UID in precondition: ${asked.uid}, UID in object meta: ${uid}`;
    const why = `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${failed}`;
    throw conflict(definition, name, why);
  }
  if (asked.resourceVersion && asked.resourceVersion !== resourceVersion) throw modified(definition, name);
}

function keepFixed(
  definition: ResourceDefinition,
  current: KubeObject,
  next: KubeObject,
  subresource: string | undefined,
): KubeObject {
  if (subresource === 'status') {
    const { status, ...kept } = current;
    const rest: KubeObject = { ...kept, metadata: { ...current.metadata } };
    // The Deployment controller writes the revision along with the status, so that it counts as no new generation.
    if (definition.kind === 'Deployment') rest.metadata.annotations = next.metadata.annotations;
    return next.status === undefined ? rest : { ...rest, status: next.status };
  }
  const { metadata } = current;
  const object: KubeObject = {
    ...next,
    apiVersion: current.apiVersion,
    kind: current.kind,
    metadata: {
      ...next.metadata,
      uid: metadata.uid,
      resourceVersion: metadata.resourceVersion,
      creationTimestamp: metadata.creationTimestamp,
    },
  };
  for (const field of [
    'generateName',
    'generation',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
  ] as const) {
    if (metadata[field] === undefined) delete object.metadata[field];
    else Object.assign(object.metadata, { [field]: metadata[field] });
  }
  if (hasStatus(definition)) {
    if (current.status === undefined) delete object.status;
    else object.status = structuredClone(current.status);
  }
  return object;
}

function problems(
  storage: Storage,
  definition: ResourceDefinition,
  current: KubeObject,
  object: KubeObject,
  subresource: string | undefined,
): FieldError[] {
  if (subresource === 'status') return [];
  const resource = resourceId(definition);
  const behaviour = behaviourOf(resource);
  behaviour.prepareUpdate?.(object, structuredClone(current));
  const errors = metadataProblems(object.metadata, definition.namespaced, behaviour.name);
  for (const field of ['name', 'namespace'] as const) {
    const value = object.metadata[field];
    if (value !== current.metadata[field])
      errors.push(invalid(`metadata.${field}`, value, 'field is immutable'));
  }
  errors.push(...finalizerProblems(current, object));
  errors.push(
    ...(behaviour.validate?.(object) ?? []),
    ...(behaviour.validateUpdate?.(object, current) ?? []),
  );
  return errors.length > 0 ? errors : addressProblems(storage, resource, object);
}

function finalizerProblems(current: KubeObject, object: KubeObject): FieldError[] {
  if (!current.metadata.deletionTimestamp) return [];
  const known = current.metadata.finalizers ?? [];
  const added = (object.metadata.finalizers ?? []).filter((finalizer) => !known.includes(finalizer));
  if (added.length === 0) return [];
  const list = `[]string{${added.map((finalizer) => JSON.stringify(finalizer)).join(', ')}}`;
  const why = `no new finalizers can be added if the object is being deleted, found new finalizers ${list}`;
  return [forbiddenField('metadata.finalizers', why)];
}

function countGeneration(definition: ResourceDefinition, current: KubeObject, object: KubeObject): void {
  if (!definition.generation) return;
  const { metadata: _, status: __, ...before } = current;
  const { metadata: ___, status: ____, ...after } = object;
  const noted =
    definition.kind !== 'Deployment' ||
    isDeepStrictEqual(current.metadata.annotations ?? {}, object.metadata.annotations ?? {});
  // A pod is given its node by a binding, which is no change of its spec.
  const bound = definition.kind === 'Pod' && nodeOf(current) === undefined && nodeOf(object) !== undefined;
  const counted = current.metadata.generation ?? 1;
  object.metadata.generation = bound || (noted && isDeepStrictEqual(before, after)) ? counted : counted + 1;
}

function nodeOf(object: KubeObject): string | undefined {
  return (object.spec as { nodeName?: string } | undefined)?.nodeName;
}

/** Whether an object on its way out has nothing left to wait for. */
function isGone(object: KubeObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = object.metadata;
  if (!deletionTimestamp || finalizers.length > 0 || deletionGracePeriodSeconds > 0) return false;
  const spec = object.spec as { finalizers?: string[] } | undefined;
  return !(object.kind === 'Namespace' && spec?.finalizers?.length);
}

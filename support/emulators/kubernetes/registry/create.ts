import { randomUUID } from 'node:crypto';
import { type Ownerships, writeOwnerships } from '../apply/managers';
import { timestamp } from '../clock/clock';
import { behaviourOf } from '../resources/behaviours';
import { apiVersionOf, type ResourceDefinition, resourceId } from '../resources/definition';
import { metadataProblems } from '../resources/metadata/validation';
import type { Service } from '../resources/model';
import { randomSuffix } from '../resources/pods/admission';
import { allocateAddresses } from '../resources/services/addresses';
import type { FieldError } from '../status/field-error';
import { alreadyExists, badRequest, invalidObject } from '../status/refusals';
import type { KubeObject, KubeObjectInput, ObjectMeta } from '../store/kube-object';
import { keyOf, type Storage } from '../store/storage';
import { admitServiceAccount, admitToNamespace } from './admission';
import { ownershipsAfterUpdate } from './ownership-tracking';

/** How an object is to be created. */
export interface Creation {
  manager: string;
  dryRun?: boolean;
  /** From server-side apply, which has worked them out already. */
  ownerships?: Ownerships;
}

/**
 * Makes a new object: fills in what the server fills in, checks it, stores it.
 *
 * @param input decoded for the resource's type; taken over, not copied
 * @throws ApiError 400, 403, 404, 409 or 422
 */
export function createObject(
  storage: Storage,
  now: () => Date,
  definition: ResourceDefinition,
  input: KubeObjectInput,
  creation: Creation,
): KubeObject {
  const resource = resourceId(definition);
  const behaviour = behaviourOf(resource);
  const { managedFields: given } = input.metadata;
  const object = withNewMetadata(definition, input, now());
  admitToNamespace(storage, definition, object);
  behaviour.setDefaults?.(object);
  const writer = { manager: creation.manager, time: timestamp(now()) };
  const ownerships =
    creation.ownerships ?? ownershipsAfterUpdate(definition, undefined, object, given, writer);
  admitServiceAccount(storage, definition, object);
  behaviour.prepareCreate?.(object);
  const { name, namespace } = object.metadata;
  if (storage.get(resource, keyOf(name, namespace))) throw alreadyExists(definition, name);
  const errors = [
    ...metadataProblems(object.metadata, definition.namespaced, behaviour.name),
    ...(behaviour.validate?.(object) ?? []),
    ...addressProblems(storage, resource, object),
  ];
  if (errors.length > 0) throw invalidObject(definition, name, errors);
  setManagedFields(object, ownerships);
  return creation.dryRun ? object : storage.put(resource, object);
}

function withNewMetadata(definition: ResourceDefinition, input: KubeObjectInput, now: Date): KubeObject {
  const { metadata } = input;
  if (metadata.resourceVersion)
    throw badRequest('resourceVersion should not be set on objects to be created');
  const fresh: Partial<ObjectMeta> = { ...metadata };
  for (const field of ['resourceVersion', 'deletionTimestamp', 'deletionGracePeriodSeconds'] as const) {
    delete fresh[field];
  }
  delete fresh.managedFields;
  delete fresh.generation;
  if (!fresh.name && fresh.generateName) fresh.name = `${fresh.generateName.slice(0, 58)}${randomSuffix()}`;
  fresh.name ??= '';
  fresh.uid = randomUUID();
  fresh.creationTimestamp = timestamp(now);
  if (definition.generation) fresh.generation = 1;
  const { apiVersion, kind, metadata: _, ...rest } = input;
  return {
    apiVersion: apiVersionOf(definition),
    kind: definition.kind,
    metadata: fresh as ObjectMeta,
    ...rest,
  };
}

/** Gives a service its addresses; what is wrong with those that it asks for. */
export function addressProblems(storage: Storage, resource: string, object: KubeObject): FieldError[] {
  return resource === 'services' ? allocateAddresses(object as Service, storage.all('services')) : [];
}

/** Writes who owns what into an object. */
export function setManagedFields(object: KubeObject, ownerships: Ownerships): void {
  const entries = writeOwnerships(ownerships);
  if (entries) object.metadata.managedFields = entries;
  else delete object.metadata.managedFields;
}

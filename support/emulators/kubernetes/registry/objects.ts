import { isDeepStrictEqual } from 'node:util';
import type { ResourceDefinition } from '../resources/definition';
import { definitionFor } from '../resources/lookup';
import { ApiError } from '../status/api-error';
import type { KubeObject, KubeObjectInput, ManagedFieldsEntry } from '../store/kube-object';

/**
 * The resource that an object belongs to, for writers inside the server.
 *
 * @throws ApiError 404 for a kind that the cluster does not have
 */
export function definitionOfObject(object: KubeObjectInput): ResourceDefinition {
  const definition = definitionFor(object.apiVersion, object.kind);
  if (definition) return definition;
  throw new ApiError(
    404,
    'NotFound',
    `no matches for kind "${object.kind}" in version "${object.apiVersion}"`,
  );
}

/** A stored object to change. */
export function draftOf(object: KubeObject): KubeObject {
  return structuredClone(object);
}

/** An object without managedFields, as ownership is computed on it. */
export function withoutManagedFields(object: KubeObject): KubeObject {
  const { managedFields, ...metadata } = object.metadata;
  return { ...object, metadata };
}

/** Whether two states of an object differ in more than the times of their managers. */
export function isSameState(a: KubeObject, b: KubeObject): boolean {
  if (!isDeepStrictEqual(withoutManagedFields(a), withoutManagedFields(b))) return false;
  const timeless = (entries: ManagedFieldsEntry[] = []) => entries.map(({ time, ...entry }) => entry);
  return isDeepStrictEqual(timeless(a.metadata.managedFields), timeless(b.metadata.managedFields));
}

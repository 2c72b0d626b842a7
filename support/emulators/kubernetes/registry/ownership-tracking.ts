import { FieldSet } from '../apply/field-set';
import { type Ownerships, readOwnerships } from '../apply/managers';
import { trackUpdate } from '../apply/ownership';
import { behaviourOf } from '../resources/behaviours';
import { apiVersionOf, hasStatus, type ResourceDefinition, resourceId } from '../resources/definition';
import type { Json, KubeObject, ManagedFieldsEntry } from '../store/kube-object';
import { withoutManagedFields } from './objects';

type Members = { [field: string]: Json };

/** Who writes, when, and through which subresource. */
export interface Writer {
  manager: string;
  time: string;
  subresource?: string;
}

const STATUS_ONLY = new FieldSet();
STATUS_ONLY.insert(['f:status']);
const NOTHING = new FieldSet();

/** Fields that a write to this part of a resource never owns. */
export function ignoredFields(definition: ResourceDefinition, subresource: string | undefined): FieldSet {
  return hasStatus(definition) && subresource !== 'status' ? STATUS_ONLY : NOTHING;
}

/** An object of a resource in which nothing was said: what a new one is compared with. */
export function emptyObject(definition: ResourceDefinition): Members {
  const empty = behaviourOf(resourceId(definition)).empty as Members | undefined;
  return { apiVersion: apiVersionOf(definition), kind: definition.kind, metadata: {}, ...empty };
}

/** Ownerships of a stored object; what cannot be read counts as none. */
export function ownershipsOf(object: KubeObject | undefined): Ownerships {
  return readOwnerships(object?.metadata.managedFields ?? []) ?? new Map();
}

/**
 * Ownerships after a write that replaces or patches. The writer may hand in managedFields of its own: an empty list
 * or an empty entry forgets all, anything readable takes the place of what is stored.
 */
export function ownershipsAfterUpdate(
  definition: ResourceDefinition,
  before: KubeObject | undefined,
  after: KubeObject,
  given: ManagedFieldsEntry[] | undefined,
  writer: Writer,
): Ownerships {
  const stored = ownershipsOf(before);
  const ownerships = writer.subresource ? stored : chooseOwnerships(given, stored);
  if (before && ownerships.size === 0) return ownerships;
  return trackUpdate(
    {
      live: before ? (withoutManagedFields(before) as Members) : emptyObject(definition),
      type: definition.type,
      ownerships,
      who: {
        manager: writer.manager,
        operation: 'Update',
        apiVersion: apiVersionOf(definition),
        ...(writer.subresource ? { subresource: writer.subresource } : {}),
      },
      time: writer.time,
      ignored: ignoredFields(definition, writer.subresource),
    },
    withoutManagedFields(after) as Members,
  );
}

function chooseOwnerships(given: ManagedFieldsEntry[] | undefined, stored: Ownerships): Ownerships {
  if (!given) return stored;
  const [only] = given;
  if (!only || (given.length === 1 && Object.keys(only).length === 0)) return new Map();
  const read = readOwnerships(given);
  return read && read.size > 0 ? read : stored;
}

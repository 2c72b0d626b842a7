import type { LabelSelector } from '../../resources/model';
import type { KubeObject, OwnerReference } from '../../store/kube-object';
import type { Change } from '../loop/change';
import { selects } from '../selectors/label-selector';

/** A reference to the object that controls another. */
export function controllerOf(owner: KubeObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** The reference to the controller of an object, if it has one. */
export function controllerReference(object: KubeObject): OwnerReference | undefined {
  return object.metadata.ownerReferences?.find((reference) => reference.controller);
}

/** Whether an object is controlled by another. */
export function isControlledBy(object: KubeObject, owner: KubeObject): boolean {
  return controllerReference(object)?.uid === owner.metadata.uid;
}

/**
 * The objects that are an owner's, as upstream's ControllerRefManager: its own that the selector selects; orphans that
 * it selects are adopted; its own that it no longer selects are released. An owner that is being deleted adopts nothing.
 *
 * @returns what it has now, and the changes of ownership
 */
export function claim<T extends KubeObject>(
  owner: KubeObject,
  selector: LabelSelector,
  candidates: T[],
): { claimed: T[]; changes: Change[] } {
  const claimed: T[] = [];
  const changes: Change[] = [];
  for (const object of candidates) {
    const matches = selects(selector, object.metadata.labels);
    if (isControlledBy(object, owner)) {
      if (matches) claimed.push(object);
      else if (!owner.metadata.deletionTimestamp)
        changes.push({ do: 'update', object: released(object, owner) });
    } else if (matches && !controllerReference(object) && isAlive(owner) && isAlive(object)) {
      const adopted = withOwners(object, [...(object.metadata.ownerReferences ?? []), controllerOf(owner)]);
      changes.push({ do: 'update', object: adopted });
      claimed.push(adopted);
    }
  }
  return { claimed, changes };
}

const isAlive = (object: KubeObject) => object.metadata.deletionTimestamp === undefined;

function released<T extends KubeObject>(object: T, owner: KubeObject): T {
  return withOwners(
    object,
    (object.metadata.ownerReferences ?? []).filter((reference) => reference.uid !== owner.metadata.uid),
  );
}

function withOwners<T extends KubeObject>(object: T, ownerReferences: OwnerReference[]): T {
  return { ...object, metadata: { ...object.metadata, ownerReferences } };
}

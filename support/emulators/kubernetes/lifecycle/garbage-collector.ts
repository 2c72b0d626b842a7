import { draftOf } from '../registry/objects';
import type { Registry } from '../registry/registry';
import type { ResourceDefinition } from '../resources/definition';
import { resourceId } from '../resources/definition';
import { isStored } from '../resources/lookup';
import { RESOURCES } from '../resources/table';
import type { StoreEvent } from '../store/cluster-store';
import type { KubeObject, OwnerReference } from '../store/kube-object';
import { keyOf } from '../store/storage';
import type { Later } from './later';

const MANAGER = 'kube-controller-manager';

/** Deletes objects whose owners are gone, and carries out foreground and orphan deletion. */
export class GarbageCollector {
  private readonly objects = new Map<string, { definition: ResourceDefinition; key: string }>();
  private readonly dependents = new Map<string, Set<string>>();

  constructor(
    private readonly registry: Registry,
    private readonly later: Later,
  ) {}

  /** Learns what is there and looks at every object once; needed at start and after a restore. */
  rebuild(): void {
    this.objects.clear();
    this.dependents.clear();
    for (const definition of RESOURCES.filter(isStored)) {
      for (const object of this.registry.storage.all(resourceId(definition))) this.learn(definition, object);
    }
    for (const uid of this.objects.keys()) this.look(uid);
  }

  /** Takes note of a change. */
  observe(event: StoreEvent, definition: ResourceDefinition): void {
    const { uid } = event.object.metadata;
    for (const owner of event.previous?.metadata.ownerReferences ?? [])
      this.dependents.get(owner.uid)?.delete(uid);
    if (event.type !== 'DELETED') {
      this.learn(definition, event.object);
      if (event.object.metadata.ownerReferences || event.object.metadata.deletionTimestamp) this.look(uid);
      return;
    }
    this.objects.delete(uid);
    for (const dependent of this.dependents.get(uid) ?? []) this.look(dependent);
    for (const owner of event.object.metadata.ownerReferences ?? []) this.look(owner.uid);
  }

  private learn(definition: ResourceDefinition, object: KubeObject): void {
    const { uid, name, namespace, ownerReferences = [] } = object.metadata;
    this.objects.set(uid, { definition, key: keyOf(name, namespace) });
    for (const owner of ownerReferences) {
      const known = this.dependents.get(owner.uid);
      if (known) known.add(uid);
      else this.dependents.set(owner.uid, new Set([uid]));
    }
  }

  private look(uid: string): void {
    this.later.run(`collect ${uid}`, () => {
      const found = this.find(uid);
      if (found) this.collect(found.definition, found.object);
    });
  }

  private find(uid: string): { definition: ResourceDefinition; object: KubeObject } | undefined {
    const known = this.objects.get(uid);
    const object = known && this.registry.storage.get(resourceId(known.definition), known.key);
    return known && object?.metadata.uid === uid ? { definition: known.definition, object } : undefined;
  }

  private collect(definition: ResourceDefinition, object: KubeObject): void {
    const { ownerReferences = [], deletionTimestamp, finalizers = [], uid } = object.metadata;
    if (deletionTimestamp) {
      if (finalizers.includes('orphan')) this.orphan(definition, object);
      else if (finalizers.includes('foregroundDeletion')) this.deleteInForeground(definition, object);
      return;
    }
    if (ownerReferences.length === 0) return;
    const owners = ownerReferences.map((reference) => ({
      reference,
      owner: this.find(reference.uid)?.object,
    }));
    const there = owners.filter(({ owner }) => owner && !isWaiting(owner));
    if (there.length === ownerReferences.length) return;
    if (there.length > 0) {
      this.setOwners(
        definition,
        object,
        there.map(({ reference }) => reference),
      );
      return;
    }
    const foreground = owners.some(({ owner }) => owner && isWaiting(owner));
    this.registry.deleteCurrent(definition, object, {
      uid,
      ...(foreground && this.dependents.get(uid)?.size ? { propagationPolicy: 'Foreground' as const } : {}),
    });
  }

  private dependentsOf(uid: string): { definition: ResourceDefinition; object: KubeObject }[] {
    return [...(this.dependents.get(uid) ?? [])].flatMap((dependent) => this.find(dependent) ?? []);
  }

  private orphan(definition: ResourceDefinition, owner: KubeObject): void {
    const { uid } = owner.metadata;
    for (const { definition: kind, object } of this.dependentsOf(uid)) {
      const rest = (object.metadata.ownerReferences ?? []).filter((reference) => reference.uid !== uid);
      this.setOwners(kind, object, rest);
    }
    this.dropFinalizer(definition, owner, 'orphan');
  }

  private deleteInForeground(definition: ResourceDefinition, owner: KubeObject): void {
    const { uid } = owner.metadata;
    const dependents = this.dependentsOf(uid);
    const blocking = dependents.filter(({ object }) =>
      object.metadata.ownerReferences?.some(
        (reference) => reference.uid === uid && reference.blockOwnerDeletion,
      ),
    );
    if (blocking.length === 0) this.dropFinalizer(definition, owner, 'foregroundDeletion');
    for (const { object } of dependents)
      if (!object.metadata.deletionTimestamp) this.look(object.metadata.uid);
  }

  private setOwners(definition: ResourceDefinition, object: KubeObject, owners: OwnerReference[]): void {
    const draft = draftOf(object);
    if (owners.length > 0) draft.metadata.ownerReferences = owners;
    else delete draft.metadata.ownerReferences;
    this.registry.changeDecoded(definition, object, draft, { manager: MANAGER });
  }

  private dropFinalizer(definition: ResourceDefinition, object: KubeObject, finalizer: string): void {
    const draft = draftOf(object);
    const rest = (draft.metadata.finalizers ?? []).filter((name) => name !== finalizer);
    if (rest.length > 0) draft.metadata.finalizers = rest;
    else delete draft.metadata.finalizers;
    this.registry.changeDecoded(definition, object, draft, { manager: MANAGER });
  }
}

/** Whether an owner waits for its dependents to go first. */
function isWaiting(owner: KubeObject): boolean {
  return (
    Boolean(owner.metadata.deletionTimestamp) &&
    (owner.metadata.finalizers ?? []).includes('foregroundDeletion')
  );
}

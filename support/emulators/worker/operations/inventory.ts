import type { Cluster } from '../cluster/client';
import { fieldManager } from '../cluster/client';
import { identityOf, type KubeObject } from '../cluster/kube-object';
import { inOrder } from '../cluster/order';
import { namespacesOf, ownersNamed } from './owners';

/** Enough of an object to find and delete it. */
type Entry = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;

const label = 'confighub.com/inventory';

/**
 * Which objects a unit has put into the cluster, so that those which its configuration no longer holds are removed.
 * Kept in the cluster, as a ConfigMap `confighub-inventory-<unit id>` in kube-system: it is written before objects
 * are applied (their union with what was there) and again after what is gone was removed. The namespaces that the unit
 * is in own it, so that it does not outlive them.
 */
export interface Inventory {
  entries: Entry[];
  /** Adds objects, before they are applied. */
  add(objects: KubeObject[]): Promise<void>;
  /** Removes the unit's objects that are not among `kept`, and forgets them. */
  prune(kept: KubeObject[]): Promise<void>;
  /** Makes the inventory go when the namespaces of the unit's objects go. */
  tie(): Promise<void>;
}

/** The inventory of a unit as the cluster has it; empty when the unit was never applied. */
export async function inventoryOf(cluster: Cluster, unitId: string): Promise<Inventory> {
  const empty = emptyMap(unitId);
  const stored = await cluster.find(empty);
  let owners = stored?.metadata.ownerReferences ?? [];
  const inventory: Inventory = {
    entries: entriesOf(stored),
    async add(objects) {
      const known = new Set(inventory.entries.map(identityOf));
      const added = objects.filter((object) => !known.has(identityOf(object)));
      if (added.length) await write([...inventory.entries, ...added]);
    },
    async prune(kept) {
      const wanted = new Set(kept.map(identityOf));
      const gone = inventory.entries.filter((entry) => !wanted.has(identityOf(entry)));
      if (!gone.length) return;
      await removeOwn(cluster, gone, unitId);
      await write(inventory.entries.filter((entry) => wanted.has(identityOf(entry))));
    },
    async tie() {
      const names = namespacesOf(inventory.entries);
      if (names.join() === owners.map(({ name }) => name).join()) return;
      owners = await ownersNamed(cluster, names);
      await write(inventory.entries);
    },
  };
  const write = async (entries: Entry[]) => {
    inventory.entries = entries.map(bare);
    const metadata = { ...empty.metadata, ...(owners.length && { ownerReferences: owners }) };
    const data = { objects: JSON.stringify(inventory.entries) };
    await (entries.length ? cluster.apply({ ...empty, metadata, data }) : cluster.remove(empty));
  };
  return inventory;
}

/** Removes what this worker applied for the unit, but nothing that another unit has taken over or another made anew. */
async function removeOwn(cluster: Cluster, gone: Entry[], unitId: string): Promise<void> {
  const elsewhere = await ownedByOthers(cluster, unitId);
  for (const entry of inOrder(gone as KubeObject[]).reverse()) {
    const live = elsewhere.has(identityOf(entry)) ? undefined : await cluster.find(entry);
    if (!live?.metadata.managedFields?.some(({ manager }) => manager === fieldManager)) continue;
    await cluster.remove(entry, live.metadata.uid);
  }
}

async function ownedByOthers(cluster: Cluster, unitId: string): Promise<Set<string>> {
  const own = emptyMap(unitId);
  const maps = await cluster.list(own, 'kube-system', label);
  const others = maps.filter(({ metadata }) => metadata.name !== own.metadata.name);
  return new Set(others.flatMap(entriesOf).map(identityOf));
}

function emptyMap(unitId: string): KubeObject {
  const metadata = {
    name: `confighub-inventory-${unitId}`,
    namespace: 'kube-system',
    labels: { [label]: unitId },
  };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata };
}

function entriesOf(map: KubeObject | undefined): Entry[] {
  const { objects } = (map?.data ?? {}) as { objects?: string };
  return objects ? (JSON.parse(objects) as Entry[]) : [];
}

function bare({ apiVersion, kind, metadata: { name, namespace } }: Entry): Entry {
  return { apiVersion, kind, metadata: { name, ...(namespace && { namespace }) } };
}

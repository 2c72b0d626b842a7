import type { ManagedFieldsEntry } from '../store/kube-object';
import { FieldSet } from './field-set';

/** Who wrote: name, way, and through which subresource. */
export interface Manager {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  subresource?: string;
}

/** A manager with the fields that it owns. */
export interface Ownership {
  who: Manager;
  fields: FieldSet;
  time?: string;
}

/** All managers of an object, by identity. */
export type Ownerships = Map<string, Ownership>;

const MOST_UPDATERS = 10;

/** What makes two entries the same manager; an applier is the same in all versions of the API. */
export function identityOf({ manager, operation, apiVersion, subresource }: Manager): string {
  return JSON.stringify([manager, operation, operation === 'Update' ? apiVersion : '', subresource ?? '']);
}

/** Reads `metadata.managedFields`; undefined when an entry makes no sense. */
export function readOwnerships(entries: readonly ManagedFieldsEntry[]): Ownerships | undefined {
  const ownerships: Ownerships = new Map();
  for (const entry of entries) {
    const known = entry.operation === 'Apply' || entry.operation === 'Update';
    if (!known || !entry.apiVersion || entry.fieldsType !== 'FieldsV1') return undefined;
    const { manager, operation, apiVersion, subresource } = entry;
    const who: Manager = { manager, operation, apiVersion, ...(subresource ? { subresource } : {}) };
    const fields = FieldSet.fromFields(entry.fieldsV1 ?? {});
    ownerships.set(identityOf(who), { who, fields, ...(entry.time ? { time: entry.time } : {}) });
  }
  return ownerships;
}

/** Writes `metadata.managedFields`, appliers first, then by time and name; undefined when there are none. */
export function writeOwnerships(ownerships: Ownerships): ManagedFieldsEntry[] | undefined {
  if (ownerships.size === 0) return undefined;
  return [...ownerships.values()].sort(byOperationTimeAndName).map(({ who, fields, time }) => ({
    apiVersion: who.apiVersion,
    fieldsType: 'FieldsV1',
    fieldsV1: fields.toFields(),
    manager: who.manager,
    operation: who.operation,
    ...(who.subresource ? { subresource: who.subresource } : {}),
    ...(time ? { time } : {}),
  }));
}

function byOperationTimeAndName(a: Ownership, b: Ownership): number {
  const keys = ({ who, time }: Ownership) =>
    [who.operation, time ?? '', who.manager, who.apiVersion, who.subresource ?? ''] as const;
  const left = keys(a);
  const right = keys(b);
  for (const [index, key] of left.entries()) {
    const other = right[index] ?? '';
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}

/** Keeps the number of updaters small, as the API server does: the oldest become one `ancient-changes`. */
export function capUpdaters(ownerships: Ownerships): void {
  const updaters = [...ownerships]
    .filter(([, { who }]) => who.operation === 'Update')
    .sort(([, a], [, b]) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1));
  let surplus = updaters.length - MOST_UPDATERS;
  for (const [id, old] of updaters) {
    if (surplus <= 0) return;
    const who: Manager = { manager: 'ancient-changes', operation: 'Update', apiVersion: old.who.apiVersion };
    const ancientId = identityOf(who);
    if (id === ancientId) continue;
    const ancient = ownerships.get(ancientId);
    ownerships.delete(id);
    const fields = ancient ? ancient.fields.union(old.fields) : old.fields;
    ownerships.set(ancientId, { who, fields, ...(old.time ? { time: old.time } : {}) });
    if (ancient) surplus -= 1;
  }
}

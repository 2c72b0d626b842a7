import { identities } from '../config-data/identity';
import { joinPath, lastOf } from '../config-data/paths';
import { sameEntry } from '../config-data/same';
import { snippet } from '../config-data/snippet';
import { type Entry, entryOf, type ListNode, type MapNode } from '../config-data/tree';
import type { MutationType } from './model';

/** The path under which a change of order of a list with identities is recorded. */
export function orderPath(segments: readonly string[]): string {
  return `${joinPath(segments)}#order`;
}

export interface PathChange {
  path: string;
  type: MutationType;
  /** YAML of the new value, of the removed one for a Delete. */
  value: string;
}

/** Every path at which `after` differs from `before`, each at the highest level at which it was added or removed. */
export function diffMaps(before: MapNode, after: MapNode, segments: readonly string[] = []): PathChange[] {
  const changes: PathChange[] = [];
  for (const entry of after.entries) {
    const path = [...segments, entry.key];
    const old = entryOf(before, entry.key);
    changes.push(...(old ? diffEntries(old, entry, path) : [change(path, 'Add', entry)]));
  }
  for (const entry of before.entries) {
    if (!entryOf(after, entry.key)) changes.push(change([...segments, entry.key], 'Delete', entry));
  }
  return changes;
}

function diffEntries(before: Entry, after: Entry, segments: readonly string[]): PathChange[] {
  const [old, now] = [before.value, after.value];
  if (old.kind === 'map' && now.kind === 'map') return diffMaps(old, now, segments);
  if (old.kind === 'list' && now.kind === 'list') return diffLists(old, now, segments);
  return sameEntry(before, after) ? [] : [change(segments, 'Update', after)];
}

function diffLists(before: ListNode, after: ListNode, segments: readonly string[]): PathChange[] {
  const name = lastOf(segments);
  const [oldIds, newIds] = [identities(name, before), identities(name, after)];
  if (!oldIds || !newIds) return diffItems(before, positions(before), after, positions(after), segments);
  const changes = diffItems(before, oldIds, after, newIds, segments);
  const stayed = oldIds.filter((id) => newIds.includes(id));
  const order = newIds.filter((id) => oldIds.includes(id));
  if (stayed.join('\n') !== order.join('\n')) {
    changes.push({
      path: orderPath(segments),
      type: 'Update',
      value: order.map((id) => `- ${id.slice(1)}\n`).join(''),
    });
  }
  return changes;
}

function diffItems(
  before: ListNode,
  oldIds: string[],
  after: ListNode,
  newIds: string[],
  segments: readonly string[],
): PathChange[] {
  const itemsOf = (list: ListNode, ids: string[]): Map<string, Entry> =>
    new Map(list.entries.map((entry, position) => [ids[position] as string, entry]));
  const old = itemsOf(before, oldIds);
  const changes: PathChange[] = [];
  for (const [id, entry] of itemsOf(after, newIds)) {
    const previous = old.get(id);
    old.delete(id);
    const path = [...segments, id];
    changes.push(...(previous ? diffEntries(previous, entry, path) : [change(path, 'Add', entry)]));
  }
  for (const [id, entry] of old) changes.push(change([...segments, id], 'Delete', entry));
  return changes;
}

function positions(list: ListNode): string[] {
  return list.entries.map((_, position) => String(position));
}

function change(segments: readonly string[], type: MutationType, entry: Entry): PathChange {
  return { path: joinPath(segments), type, value: snippet(entry) };
}

import { identities } from '../config-data/identity';
import { lastOf } from '../config-data/paths';
import type { Entry, ListNode } from '../config-data/tree';
import { type MergeContext, mergeEntry, overwrite, type Place, type Theirs } from './merge-nodes';

interface Items {
  list: ListNode;
  ids: string[];
}

/** Merges lists: items by their identities where all versions have them, else by position. */
export function mergeLists(
  context: MergeContext,
  place: Place,
  base: ListNode | undefined,
  theirs: ListNode,
  local: ListNode,
): void {
  const items = (list: ListNode): Items | undefined => {
    const ids = identities(lastOf(place.segments), list);
    return ids && { list, ids };
  };
  const [old, upstream, mine] = [items(base ?? { ...theirs, entries: [] }), items(theirs), items(local)];
  if (old && upstream && mine) mergeByIdentity(context, place.segments, old, upstream, mine);
  else mergeByPosition(context, place, base, theirs, local);
}

function mergeByIdentity(
  context: MergeContext,
  segments: readonly string[],
  base: Items,
  theirs: Items,
  local: Items,
): void {
  const { list } = local;
  const mine = new Map(local.ids.map((id, position) => [id, list.entries[position] as Entry]));
  const entryOf = ({ list: { entries }, ids }: Items, id: string): Entry | undefined =>
    entries[ids.indexOf(id)];
  const merge = (id: string, position: number): void => {
    const entry = entryOf(theirs, id);
    mergeEntry(context, {
      segments: [...segments, id],
      base: entryOf(base, id),
      theirs: entry && { entry, parent: theirs.list },
      parent: list,
      local: mine.get(id),
      position,
    });
  };
  for (const id of base.ids) if (!theirs.ids.includes(id)) merge(id, 0);
  let position = 0;
  for (const id of theirs.ids) {
    const length = list.entries.length;
    merge(id, position);
    const entry = mine.get(id);
    if (entry) position = Math.max(position, list.entries.indexOf(entry) + 1);
    else position += list.entries.length - length;
  }
  if (!context.ownership.ownsOrder(segments)) reorder(base.ids, theirs.ids, list, mine);
}

/** Where upstream changed the order, the local items that it knows take upstream's order; the others stay put. */
function reorder(baseIds: string[], theirsIds: string[], local: ListNode, mine: Map<string, Entry>): void {
  const known = theirsIds.filter((id) => baseIds.includes(id) && mine.has(id));
  const before = baseIds.filter((id) => known.includes(id));
  if (before.join('\n') === known.join('\n')) return;
  const inOrder = known.map((id) => mine.get(id) as Entry);
  const slots = inOrder.map((entry) => local.entries.indexOf(entry)).sort((a, b) => a - b);
  slots.forEach((slot, position) => {
    local.entries[slot] = inOrder[position] as Entry;
  });
}

function mergeByPosition(
  context: MergeContext,
  place: Place,
  base: ListNode | undefined,
  theirs: ListNode,
  local: ListNode,
): void {
  const { ownership } = context;
  const isOwned = ownership.owns(place.segments) || ownership.ownsInside(place.segments);
  const isMoved = base !== undefined && base.entries.length !== local.entries.length;
  if (isMoved && !isOwned) {
    context.withhold(place.segments, 'UnresolvedPath', place.local, place.theirs?.entry);
    return;
  }
  if (base === undefined || isMoved || (isOwned && theirs.entries.length < local.entries.length)) {
    overwrite(context, place, place.theirs as Theirs, place.local as Entry);
    return;
  }
  const length = Math.max(theirs.entries.length, local.entries.length);
  const before = [...local.entries];
  for (let position = length - 1; position >= 0; position -= 1) {
    const entry = theirs.entries[position];
    mergeEntry(context, {
      segments: [...place.segments, String(position)],
      base: base.entries[position],
      theirs: entry && { entry, parent: theirs },
      parent: local,
      local: before[position],
      position: before.length,
    });
  }
}

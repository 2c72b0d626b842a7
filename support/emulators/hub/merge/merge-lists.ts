import type { Entry, ListNode } from '../config-data/tree';
import { commonIdentities, type MergeContext, mergeEntry, overwrite, type Place } from './merge-nodes';

/** Merges lists: items by their identities where all versions have them, else by position. */
export function mergeLists(
  context: MergeContext,
  place: Place,
  base: ListNode | undefined,
  theirs: ListNode,
  local: ListNode,
): void {
  const name = place.segments.at(-1) ?? '';
  const old: ListNode = base ?? { ...theirs, entries: [] };
  const ids = commonIdentities(name, [old, theirs, local]);
  if (ids) mergeByIdentity(context, place.segments, [old, theirs, local], ids);
  else mergeByPosition(context, place, base, theirs, local);
}

type Versions = [base: ListNode, theirs: ListNode, local: ListNode];

function mergeByIdentity(
  context: MergeContext,
  segments: readonly string[],
  [base, theirs, local]: Versions,
  [baseIds = [], theirsIds = [], localIds = []]: string[][],
): void {
  const localById = new Map(localIds.map((id, position) => [id, local.entries[position] as Entry]));
  const place = (id: string, position: number): Place => ({
    segments: [...segments, id],
    base: base.entries[baseIds.indexOf(id)],
    theirs: theirs.entries[theirsIds.indexOf(id)],
    theirsIn: theirs,
    parent: local,
    local: localById.get(id),
    position,
  });
  for (const id of baseIds) if (!theirsIds.includes(id)) mergeEntry(context, place(id, 0));
  let position = 0;
  for (const id of theirsIds) {
    mergeEntry(context, place(id, position));
    const entry = localById.get(id);
    const added = local.entries[position];
    if (entry !== undefined) position = Math.max(position, local.entries.indexOf(entry) + 1);
    else if (added !== undefined && ![...localById.values()].includes(added)) position += 1;
  }
  if (!context.ownership.ownsOrder(segments)) reorder(baseIds, theirsIds, local, localById);
}

/** Where upstream changed the order, the local items that it knows take upstream's order; the others stay put. */
function reorder(
  baseIds: string[],
  theirsIds: string[],
  local: ListNode,
  localById: Map<string, Entry>,
): void {
  const known = theirsIds.filter((id) => baseIds.includes(id) && localById.has(id));
  const before = baseIds.filter((id) => known.includes(id));
  if (before.join('\n') === known.join('\n')) return;
  const inOrder = known.map((id) => localById.get(id) as Entry);
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
    context.withhold(place.segments, 'UnresolvedPath', place.local, place.theirs);
    return;
  }
  if (base === undefined || isMoved || (isOwned && theirs.entries.length < local.entries.length)) {
    overwrite(context, place, place.theirs as Entry, place.local as Entry);
    return;
  }
  const length = Math.max(theirs.entries.length, local.entries.length);
  const before = [...local.entries];
  for (let position = length - 1; position >= 0; position -= 1) {
    mergeEntry(context, {
      segments: [...place.segments, String(position)],
      base: base.entries[position],
      theirs: theirs.entries[position],
      theirsIn: theirs,
      parent: local,
      local: before[position],
      position: before.length,
    });
  }
}

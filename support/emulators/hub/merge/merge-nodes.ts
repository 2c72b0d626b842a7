import { commentOf } from '../config-data/comments';
import { adoptEntry, removeEntry, replaceValue } from '../config-data/edit';
import { identities } from '../config-data/identity';
import { sameEntry, sameValue } from '../config-data/same';
import { shift } from '../config-data/shift';
import { snippet } from '../config-data/snippet';
import {
  type Collection,
  type Entry,
  entryOf,
  type ListNode,
  type MapNode,
  type TreeFile,
  type TreeNode,
} from '../config-data/tree';
import { mergeLists } from './merge-lists';
import type { Conflict } from './model';
import type { Ownership } from './ownership';

/** What the merge of one resource works with; `file` is the local one, edited in place. */
export interface MergeContext {
  file: TreeFile;
  ownership: Ownership;
  withhold(segments: readonly string[], reason: Conflict['Reason'], local?: Entry, upstream?: Entry): void;
}

/** One place in the three versions; `parent` is the local collection that has, or would take, the entry. */
export interface Place {
  segments: readonly string[];
  base: Entry | undefined;
  theirs: Entry | undefined;
  theirsIn: Collection | undefined;
  parent: Collection;
  local: Entry | undefined;
  /** Where an added entry goes. */
  position: number;
}

/** Brings into the local map what changed from `base` to `theirs`; a missing side counts as an empty map. */
export function mergeMaps(
  context: MergeContext,
  segments: readonly string[],
  base: MapNode | undefined,
  theirs: MapNode | undefined,
  local: MapNode,
): void {
  const keys = new Set([...(base?.entries ?? []), ...(theirs?.entries ?? [])].map(({ key }) => key));
  for (const key of keys) {
    mergeEntry(context, {
      segments: [...segments, key],
      base: entryOf(base, key),
      theirs: entryOf(theirs, key),
      theirsIn: theirs,
      parent: local,
      local: entryOf(local, key),
      position: local.entries.length,
    });
  }
}

/** Merges one entry: nothing when upstream did not change it or both sides mean the same. */
export function mergeEntry(context: MergeContext, place: Place): void {
  const { base, theirs, local } = place;
  if (theirs === undefined) {
    if (local !== undefined) remove(context, place, local);
    return;
  }
  if (base !== undefined && sameEntry(base, theirs)) return;
  if (local === undefined) add(context, place, theirs);
  else if (!sameEntry(local, theirs)) change(context, place, theirs, local);
}

function change(context: MergeContext, place: Place, theirs: Entry, local: Entry): void {
  const old = place.base?.value;
  if (theirs.value.kind === 'map' && local.value.kind === 'map') {
    mergeMaps(context, place.segments, old?.kind === 'map' ? old : undefined, theirs.value, local.value);
  } else if (theirs.value.kind === 'list' && local.value.kind === 'list') {
    mergeLists(context, place, old?.kind === 'list' ? old : undefined, theirs.value, local.value);
  } else overwrite(context, place, theirs, local);
}

/** Puts upstream's value in the place of the local one. */
export function overwrite(context: MergeContext, place: Place, theirs: Entry, local: Entry): void {
  const { file, ownership, withhold } = context;
  const { segments, base, parent } = place;
  if (ownership.owns(segments) || ownership.ownsInside(segments)) {
    if (!sameValue(local.value, theirs.value)) withhold(segments, 'ProtectedPath', local, theirs);
    return;
  }
  const comment = base === undefined || commentOf(base).trim() !== commentOf(theirs).trim() ? theirs : local;
  const tail = commentOf(comment);
  const columns = parent.column - (place.theirsIn?.column ?? parent.column);
  replaceValue(parent, local, shift(theirs, columns).value, file, tail);
}

function add(context: MergeContext, place: Place, theirs: Entry): void {
  const { ownership, withhold } = context;
  const { segments, base, parent } = place;
  const isPart = base !== undefined && (theirs.value.kind !== 'scalar' || parent.kind === 'list');
  if (ownership.removedHere(segments)) withhold(segments, 'DeleteShadowed', undefined, theirs);
  else if (ownership.owns(segments)) withhold(segments, 'ProtectedPath', undefined, theirs);
  else if (isPart) withhold(segments, 'UnresolvedPath', undefined, theirs);
  else adoptEntry(parent, theirs, place.theirsIn ?? parent, context.file, place.position);
}

/** Upstream removed the entry: it goes, but for what is owned inside. */
function remove(context: MergeContext, place: Place, local: Entry): void {
  const { ownership, withhold } = context;
  const { segments, base, parent } = place;
  if (base === undefined) return;
  if (ownership.owns(segments)) withhold(segments, 'ProtectedPath', local, undefined);
  else if (!ownership.ownsInside(segments)) removeEntry(parent, local);
  else if (parent.kind === 'list' || !removeInside(context, place, base.value, local.value)) {
    withhold(segments, 'ProtectedPath', local, undefined);
  } else if (local.value.kind !== 'scalar' && local.value.entries.length === 0) removeEntry(parent, local);
}

/** Removes what upstream had inside a map or a list with identities; false for anything else. */
function removeInside(context: MergeContext, place: Place, base: TreeNode, local: TreeNode): boolean {
  const { segments } = place;
  if (base.kind === 'map' && local.kind === 'map') {
    mergeMaps(context, segments, base, undefined, local);
    return true;
  }
  const areLists = base.kind === 'list' && local.kind === 'list';
  if (!areLists || !commonIdentities(segments.at(-1) ?? '', [base, local])) return false;
  mergeLists(context, place, base, { ...base, entries: [] }, local);
  return true;
}

/** How a conflict shows a value. */
export function shown(entry: Entry | undefined): string | undefined {
  return entry === undefined ? undefined : snippet(entry);
}

/** The identities of all lists given, or undefined when one of them has none. */
export function commonIdentities(name: string, lists: readonly ListNode[]): string[][] | undefined {
  const found = lists.map((list) => identities(name, list));
  return found.every((ids) => ids !== undefined) ? found : undefined;
}

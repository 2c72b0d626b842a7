import { commentOf } from '../config-data/comments';
import { adoptEntry, removeEntry, replaceValue } from '../config-data/edit';
import { identities } from '../config-data/identity';
import { lastOf } from '../config-data/paths';
import { sameEntry, sameValue } from '../config-data/same';
import { shift } from '../config-data/shift';
import { snippet } from '../config-data/snippet';
import {
  type Collection,
  type Entry,
  entryOf,
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

/** An entry of upstream, with the collection it stands in. */
export interface Theirs {
  entry: Entry;
  parent: Collection;
}

/** One place in the three versions; `parent` is the local collection that has, or would take, the entry. */
export interface Place {
  segments: readonly string[];
  base: Entry | undefined;
  theirs: Theirs | undefined;
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
    const entry = entryOf(theirs, key);
    mergeEntry(context, {
      segments: [...segments, key],
      base: entryOf(base, key),
      theirs: theirs && entry && { entry, parent: theirs },
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
    if (base && local) remove(context, place, base, local);
    return;
  }
  if (base !== undefined && sameEntry(base, theirs.entry)) return;
  if (local === undefined) add(context, place, theirs);
  else if (!sameEntry(local, theirs.entry)) change(context, place, theirs, local);
}

function change(context: MergeContext, place: Place, theirs: Theirs, local: Entry): void {
  const old = place.base?.value;
  const [upstream, mine] = [theirs.entry.value, local.value];
  if (upstream.kind === 'map' && mine.kind === 'map') {
    mergeMaps(context, place.segments, old?.kind === 'map' ? old : undefined, upstream, mine);
  } else if (upstream.kind === 'list' && mine.kind === 'list') {
    mergeLists(context, place, old?.kind === 'list' ? old : undefined, upstream, mine);
  } else overwrite(context, place, theirs, local);
}

/** Puts upstream's value in the place of the local one; a comment that upstream left alone stays the local one. */
export function overwrite(context: MergeContext, place: Place, theirs: Theirs, local: Entry): void {
  const { file, ownership, withhold } = context;
  const { segments, base, parent } = place;
  const { entry } = theirs;
  if (ownership.owns(segments) || ownership.ownsInside(segments)) {
    if (!sameValue(local.value, entry.value)) withhold(segments, 'ProtectedPath', local, entry);
    return;
  }
  const isCommentKept = base !== undefined && commentOf(base) === commentOf(entry);
  const { value } = shift(entry, parent.column - theirs.parent.column);
  replaceValue(parent, local, value, file, commentOf(isCommentKept ? local : entry));
}

/** Upstream has what is not here: added there, or a change of something that was never here or removed. */
function add(context: MergeContext, place: Place, { entry, parent: from }: Theirs): void {
  const { file, ownership, withhold } = context;
  const { segments, base, parent, position } = place;
  const isPart = base !== undefined && entry.value.kind !== 'scalar';
  if (ownership.removedHere(segments)) withhold(segments, 'DeleteShadowed', undefined, entry);
  else if (ownership.owns(segments)) withhold(segments, 'ProtectedPath', undefined, entry);
  else if (isPart) withhold(segments, 'UnresolvedPath', undefined, entry);
  else adoptEntry(parent, entry, from, file, position);
}

/** Upstream removed the entry: it goes, but for what is owned inside. */
function remove(context: MergeContext, place: Place, base: Entry, local: Entry): void {
  const { ownership, withhold } = context;
  const { segments, parent } = place;
  if (!ownership.owns(segments) && !ownership.ownsInside(segments)) {
    removeEntry(parent, local);
    return;
  }
  const rest = parent.kind === 'list' ? undefined : removeInside(context, place, base.value, local.value);
  if (rest === undefined) withhold(segments, 'ProtectedPath', local, undefined);
  else if (rest.entries.length === 0) removeEntry(parent, local);
}

/** Removes what upstream had inside a map or a list with identities; the rest of it, or undefined for anything else. */
function removeInside(
  context: MergeContext,
  place: Place,
  base: TreeNode,
  local: TreeNode,
): Collection | undefined {
  const { segments } = place;
  if (base.kind === 'map' && local.kind === 'map') {
    mergeMaps(context, segments, base, undefined, local);
    return local;
  }
  if (base.kind !== 'list' || local.kind !== 'list') return undefined;
  const name = lastOf(segments);
  if (!identities(name, base) || !identities(name, local)) return undefined;
  mergeLists(context, place, base, { ...base, entries: [] }, local);
  return local;
}

/** How a conflict shows a value. */
export function shown(entry: Entry | undefined): string | undefined {
  return entry === undefined ? undefined : snippet(entry);
}

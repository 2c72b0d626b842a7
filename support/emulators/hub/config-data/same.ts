import { commentOf } from './comments';
import { type Entry, entryOf, type TreeNode } from './tree';

/** Whether two values mean the same: keys of maps in any order, items of lists in order; comments do not count. */
export function sameValue(a: TreeNode, b: TreeNode): boolean {
  if (a.kind === 'scalar' || b.kind === 'scalar') {
    return a.kind === b.kind && a.kind === 'scalar' && b.kind === 'scalar' && sameScalar(a, b);
  }
  if (a.kind !== b.kind || a.entries.length !== b.entries.length) return false;
  return a.entries.every((entry, position) => {
    const other = a.kind === 'map' ? entryOf(b, entry.key) : b.entries[position];
    return other !== undefined && sameValue(entry.value, other.value);
  });
}

/** Whether two entries mean the same and carry the same comments behind their values. */
export function sameEntry(a: Entry, b: Entry): boolean {
  if (a.value.kind === 'scalar' || b.value.kind === 'scalar') {
    return sameValue(a.value, b.value) && commentOf(a).trim() === commentOf(b).trim();
  }
  const other = b.value;
  if (a.value.kind !== other.kind || a.value.entries.length !== other.entries.length) return false;
  const isMap = a.value.kind === 'map';
  return a.value.entries.every((entry, position) => {
    const twin = isMap ? entryOf(other, entry.key) : other.entries[position];
    return twin !== undefined && sameEntry(entry, twin);
  });
}

function sameScalar(a: { value: unknown; source: string }, b: { value: unknown; source: string }): boolean {
  return (
    Object.is(a.value, b.value) &&
    (typeof a.value !== 'number' || Number.isSafeInteger(a.value) || a.source === b.source)
  );
}

import { build, buildEntry, flowEntry, shapeEntry } from './build';
import { commentOf } from './comments';
import { scalar } from './scalars';
import { shift } from './shift';
import type { Collection, Entry, ScalarValue, TreeFile, TreeNode } from './tree';

/** Sets a scalar in place: its quotes, its comment and everything around it stay. */
export function setScalar(parent: Collection, entry: Entry, value: ScalarValue, file: TreeFile): void {
  if (entry.value.kind !== 'scalar') {
    replaceValue(parent, entry, build(value, 0, file), file);
    return;
  }
  entry.value = scalar(value, entry.value, parent.flow !== undefined);
  if (entry.gap === '' && (parent.kind === 'map' || !parent.flow)) entry.gap = ' ';
  if (parent.flow === undefined && entry.tail === '') entry.tail = file.newline;
}

/** Puts another node under a key; the comment behind the old value stays when it was one line. */
export function replaceValue(
  parent: Collection,
  entry: Entry,
  value: TreeNode,
  file: TreeFile,
  comment = commentOf(entry),
): void {
  if (parent.flow) {
    const position = parent.entries.indexOf(entry);
    Object.assign(entry, { ...flowEntry(parent, entry.key, value, position), lead: entry.lead });
    return;
  }
  if (isOneLine(entry.value) && isOneLine(value) && comment === commentOf(entry) && entry.gap !== '') {
    entry.value = value;
    return;
  }
  const shaped = shapeEntry(parent, entry.key, value, file.newline, comment);
  Object.assign(entry, { ...shaped, lead: entry.lead, keySource: entry.keySource, colon: entry.colon });
}

/** Adds a plain value under a key, at the end or at a position. */
export function addValue(
  parent: Collection,
  key: string,
  value: unknown,
  file: TreeFile,
  position = parent.entries.length,
): Entry {
  const inBrackets = (): Entry => flowEntry(parent, key, build(value, 0, file), position);
  return addEntry(parent, parent.flow ? inBrackets() : buildEntry(parent, key, value, file), position, file);
}

/** Brings an entry of another collection here with its comments, indented for its new place. */
export function adoptEntry(
  parent: Collection,
  entry: Entry,
  from: Collection,
  file: TreeFile,
  position: number,
): Entry {
  if (parent.flow) {
    return addEntry(parent, flowEntry(parent, entry.key, entry.value, position), position, file);
  }
  if (from.flow) {
    return addEntry(parent, shapeEntry(parent, entry.key, entry.value, file.newline), position, file);
  }
  const moved = shift(entry, parent.column - from.column);
  if (from.inline && from.entries[0] === entry) moved.lead = ' '.repeat(parent.column);
  return addEntry(parent, moved, position, file);
}

function addEntry(parent: Collection, entry: Entry, position: number, file: TreeFile): Entry {
  const previous = parent.entries.at(-1);
  if (!parent.flow && previous && previous.value.kind === 'scalar' && !endsLine(previous))
    previous.tail += file.newline;
  parent.entries.splice(position, 0, entry);
  if (parent.flow && parent.entries[1] && position === 0) parent.entries[1].lead ||= ' ';
  return entry;
}

function endsLine(entry: Entry): boolean {
  return (entry.tail || (entry.value.kind === 'scalar' ? entry.value.source : '')).endsWith('\n');
}

/** Removes an entry with the comment lines right above it; comments set off by a blank line stay. */
export function removeEntry(parent: Collection, entry: Entry): void {
  const position = parent.entries.indexOf(entry);
  parent.entries.splice(position, 1);
  const next = parent.entries[position];
  const previous = parent.entries[position - 1];
  if (parent.flow) {
    if (position === 0 && next) next.lead = entry.lead;
    return;
  }
  const kept = entry.lead.slice(0, endOfBlankLine(entry.lead));
  if (next) next.lead = kept + next.lead;
  else if (previous) previous.tail += kept;
}

function endOfBlankLine(lead: string): number {
  let end = 0;
  for (const match of lead.matchAll(/^[ \t]*\r?\n/gm)) end = match.index + match[0].length;
  return end;
}

function isOneLine(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.source !== '' && !node.source.includes('\n');
}

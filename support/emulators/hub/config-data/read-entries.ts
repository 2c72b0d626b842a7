import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Cursor } from './cursor';
import { ConfigDataError } from './errors';
import { endOf, isBlock, readNode, startOf } from './read';
import type { Collection, Entry } from './tree';

interface Part {
  key?: Node;
  value: Node | undefined;
}

/** Reads the keys or items of a collection whose first character (or line) is next. */
export function readEntries(node: Node, target: Collection, cursor: Cursor, depth: number): void {
  const parts = partsOf(node, cursor);
  if (isBlock(node)) for (const part of parts) target.entries.push(blockEntry(part, cursor, depth));
  else readFlow(node, parts, target, cursor, depth);
}

function partsOf(node: Node, cursor: Cursor): Part[] {
  if (isSeq(node)) return node.items.map((item) => ({ value: written(item as Node) }));
  if (!isMap(node)) return [];
  return node.items.map((pair) => {
    const key = pair.key as Node;
    if (!isScalar(key) || typeof key.value === 'object') {
      throw new ConfigDataError('a key must be a word or a string', cursor.lineAt(startOf(key)));
    }
    return { key, value: written(pair.value as Node | null) };
  });
}

/** Undefined for a value that is left out ("key:"). */
function written(node: Node | null): Node | undefined {
  if (node === null) return undefined;
  return isScalar(node) && node.value === null && startOf(node) === endOf(node) && !node.anchor
    ? undefined
    : node;
}

function blockEntry(part: Part, cursor: Cursor, depth: number): Entry {
  const entry = startEntry(part, cursor, cursor.nextSign());
  const { value } = part;
  if (value === undefined) return { ...entry, tail: cursor.takeLine() };
  const start = startOf(value);
  if (!isBlock(value)) {
    entry.gap = cursor.take(start);
    entry.value = readNode(value, cursor, depth + 1);
    entry.tail = cursor.takeLine();
    return entry;
  }
  entry.gap = cursor.lineStart(start) > cursor.position ? cursor.takeLine() : cursor.take(start);
  entry.value = readNode(value, cursor, depth + 1);
  return entry;
}

function startEntry(part: Part, cursor: Cursor, start: number): Entry {
  const lead = cursor.take(part.key ? startOf(part.key) : start);
  if (part.key === undefined) {
    return { key: '', lead, keySource: cursor.take(start + 1), colon: '', gap: '', value: empty(), tail: '' };
  }
  if (lead.includes('?') && /^\s*\?/m.test(lead)) {
    throw new ConfigDataError('explicit keys ("? key") are not taken', cursor.lineAt(start));
  }
  const key = isScalar(part.key) ? String(part.key.value) : '';
  const keySource = cursor.take(endOf(part.key));
  const colon = cursor.text[cursor.nextSign()] === ':' ? cursor.take(cursor.nextSign() + 1) : '';
  return { key, lead, keySource, colon, gap: '', value: empty(), tail: '' };
}

function readFlow(node: Node, parts: Part[], target: Collection, cursor: Cursor, depth: number): void {
  const start = startOf(node);
  if (!'{['.includes(cursor.text[start] as string)) {
    throw new ConfigDataError('a pair inside [ ] needs its own { }', cursor.lineAt(start));
  }
  const open = cursor.take(start + 1);
  parts.forEach((part, position) => {
    const entry = flowEntry(part, cursor, depth);
    if (position < parts.length - 1) {
      entry.tail = cursor.take(cursor.nextSign());
      cursor.position += 1;
    }
    target.entries.push(entry);
  });
  target.flow = { open, close: cursor.take(endOf(node)) };
}

function flowEntry(part: Part, cursor: Cursor, depth: number): Entry {
  const { key, value } = part;
  const entry: Entry = key
    ? startEntry(part, cursor, cursor.position)
    : { key: '', lead: '', keySource: '', colon: '', gap: '', value: empty(), tail: '' };
  if (value === undefined) return entry;
  const before = cursor.take(startOf(value));
  if (key) entry.gap = before;
  else entry.lead = before;
  entry.value = readNode(value, cursor, depth + 1);
  return entry;
}

function empty(): Entry['value'] {
  return { kind: 'scalar', value: null, source: '' };
}

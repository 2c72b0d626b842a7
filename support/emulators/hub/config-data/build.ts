import { scalar } from './scalars';
import type { Collection, Entry, ScalarNode, ScalarValue, TreeFile, TreeNode } from './tree';

/** A block node for a plain value whose keys stand at `column`; empty maps and lists are written {} and []. */
export function build(value: unknown, column: number, file: TreeFile, inline = false): TreeNode {
  if (value === null || typeof value !== 'object') return scalar(value as ScalarValue);
  const kind = Array.isArray(value) ? 'list' : 'map';
  const pairs = Array.isArray(value)
    ? value.map((item): [string, unknown] => ['', item])
    : Object.entries(value);
  const node: Collection = { kind, entries: [], column, inline };
  if (pairs.length === 0) node.flow = kind === 'list' ? { open: '[', close: ']' } : { open: '{', close: '}' };
  for (const [key, item] of pairs) node.entries.push(buildEntry(node, key, item, file));
  return node;
}

/** An entry for a block collection with a plain value. */
export function buildEntry(parent: Collection, key: string, value: unknown, file: TreeFile): Entry {
  const list = Array.isArray(value);
  const inList = parent.kind === 'list';
  const column = parent.column + (list && !inList ? file.listIndent : 2);
  return shapeEntry(parent, key, build(value, column, file, inList), file.newline);
}

/** An entry around a node, laid out as the node needs it: scalars and { } behind the key, blocks below it. */
export function shapeEntry(
  parent: Collection,
  key: string,
  value: TreeNode,
  newline: string,
  comment = '',
): Entry {
  const inList = parent.kind === 'list';
  const block = value.kind !== 'scalar' && value.flow === undefined;
  const entry: Entry = {
    key,
    lead: ' '.repeat(parent.column),
    keySource: inList ? '-' : scalar(key).source,
    colon: inList ? '' : ':',
    gap: ' ',
    value,
    tail: block ? '' : comment + newline,
  };
  if (block && !inList) entry.gap = comment + newline;
  return entry;
}

/** The same value written with brackets on one line. */
export function toFlow(node: TreeNode): TreeNode {
  if (node.kind === 'scalar') return scalar(node.value, quotedOrPlain(node), true);
  const [open, close] = node.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const entries = node.entries.map((entry, position) => flowEntry(node, entry.key, entry.value, position));
  return {
    kind: node.kind,
    entries,
    column: node.column,
    inline: true,
    flow: { open: open ?? '', close: close ?? '' },
  };
}

/** An entry of a collection with brackets. */
export function flowEntry(parent: Collection, key: string, value: TreeNode, position: number): Entry {
  const inList = parent.kind === 'list';
  return {
    key,
    lead: position === 0 ? '' : ' ',
    keySource: inList ? '' : scalar(key, undefined, true).source,
    colon: inList ? '' : ':',
    gap: inList ? '' : ' ',
    value: toFlow(value),
    tail: '',
  };
}

function quotedOrPlain(node: ScalarNode): ScalarNode | undefined {
  return /^['"]/.test(node.source) ? node : undefined;
}

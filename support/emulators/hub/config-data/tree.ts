/**
 * A YAML document that remembers its text. Printing an unchanged tree gives the same bytes; a change touches only
 * the entry it is made in. Every piece of text, comments and blank lines included, belongs to exactly one entry.
 */
export type ScalarValue = string | number | boolean | null;
export type TreeNode = ScalarNode | MapNode | ListNode;
export type Collection = MapNode | ListNode;

export interface ScalarNode {
  kind: 'scalar';
  value: ScalarValue;
  /** As written, with quotes; empty for a value left out. */
  source: string;
}

/**
 * One key of a map or one item of a list: `lead` (comment lines above, indent), `keySource` ("replicas" or "-"),
 * `colon` (":" in maps), `gap` up to the value, the value, `tail` (spaces, comment, newline).
 */
export interface Entry {
  key: string;
  lead: string;
  keySource: string;
  colon: string;
  gap: string;
  value: TreeNode;
  tail: string;
}

interface CollectionText {
  entries: Entry[];
  /** Column (0-based) of the keys or dashes of a block collection. */
  column: number;
  /** The first entry stands on the line of the dash or key before it. */
  inline: boolean;
  /** Brackets of a flow collection; `close` has the text between last entry and bracket. */
  flow?: { open: string; close: string };
}

export interface MapNode extends CollectionText {
  kind: 'map';
}

export interface ListNode extends CollectionText {
  kind: 'list';
}

/** One YAML document of a file; `prefix` has the text before its first key: separator, directives, comments. */
export interface TreeDocument {
  prefix: string;
  root: TreeNode;
  suffix: string;
  /** 1-based line of the first key. */
  line: number;
}

export interface TreeFile {
  documents: TreeDocument[];
  newline: '\n' | '\r\n';
  /** Spaces by which a list stands right of its key. */
  listIndent: number;
}

/** The plain JavaScript value of a node. */
export function plainValue(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.entries.map((entry) => plainValue(entry.value));
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plainValue(entry.value)]));
}

/** The entry of a map with this key, or of a list with this position. */
export function entryOf(node: TreeNode | undefined, key: string): Entry | undefined {
  if (node === undefined || node.kind === 'scalar') return undefined;
  if (node.kind === 'map') return node.entries.find((entry) => entry.key === key);
  return /^\d+$/.test(key) ? node.entries[Number(key)] : undefined;
}

/** The value under a key of a map or a position of a list. */
export function childOf(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return entryOf(node, key)?.value;
}

/** The string under a key, or undefined when there is none or it is no string. */
export function stringAt(node: TreeNode | undefined, key: string): string | undefined {
  const child = childOf(node, key);
  return child?.kind === 'scalar' && typeof child.value === 'string' ? child.value : undefined;
}

import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { Cursor } from './cursor';
import { ConfigDataError } from './errors';
import { MAX_DEPTH, parseYaml, tooDeep } from './parse';
import { readEntries } from './read-entries';
import type { Collection, ScalarValue, TreeDocument, TreeFile, TreeNode } from './tree';

/**
 * Reads YAML text of any number of documents; documents without content stay as text of their neighbours. Refused
 * with a sentence and line (ConfigDataError): what is no YAML, duplicate keys, anchors, aliases, tags, keys that are
 * no plain words or strings, and data too large or too deep.
 */
export function readFile(text: string): TreeFile {
  const cursor = new Cursor(text);
  const file: TreeFile = { documents: [], newline: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n', listIndent: 0 };
  for (const document of parseYaml(text)) readDocument(document, cursor, file);
  const last = file.documents.at(-1);
  if (last) last.suffix += cursor.take(text.length);
  file.listIndent = firstListIndent(file) ?? 0;
  return file;
}

function readDocument(document: Document.Parsed, cursor: Cursor, file: TreeFile): void {
  const node = document.contents as Node | null;
  if (node === null || (isScalar(node) && node.value === null)) return;
  const start = startOf(node);
  const block = isBlock(node);
  const between = cursor.take(block ? cursor.lineStart(start) : start);
  const before = file.documents.at(-1);
  const cut = before === undefined ? 0 : Math.max(between.search(/^---/m), 0);
  if (before) before.suffix += between.slice(0, cut);
  const line = cursor.lineAt(start);
  const target: TreeDocument = {
    prefix: between.slice(cut),
    root: readNode(node, cursor, 0),
    suffix: '',
    line,
  };
  if (!block) target.suffix = cursor.takeLine();
  file.documents.push(target);
}

/** Reads a value whose first character (for a block collection: its line) is next. */
export function readNode(node: Node, cursor: Cursor, depth: number): TreeNode {
  if (depth > MAX_DEPTH) throw tooDeep(cursor.lineAt(cursor.position));
  refuseReferences(node, cursor);
  const start = startOf(node);
  if (isScalar(node)) {
    return { kind: 'scalar', value: node.value as ScalarValue, source: cursor.take(endOf(node)) };
  }
  const lineStart = cursor.lineStart(start);
  const target: Collection = {
    kind: isMap(node) ? 'map' : 'list',
    entries: [],
    column: start - lineStart,
    inline: cursor.text.slice(lineStart, start).trim() !== '',
  };
  readEntries(node, target, cursor, depth);
  return target;
}

function refuseReferences(node: Node, cursor: Cursor): void {
  const line = (): number => cursor.lineAt(startOf(node));
  if (isAlias(node) || node.anchor !== undefined) {
    throw new ConfigDataError('anchors and aliases (&x, *x) are not taken, write the value out', line());
  }
  const tag = /![^\s'",]*\s*$/
    .exec(cursor.text.slice(cursor.lineStart(startOf(node)), startOf(node)))?.[0]
    .trim();
  if (tag !== undefined && tag !== '' && node.tag !== undefined) {
    throw new ConfigDataError(`the tag ${tag} is not taken, write the value without it`, line());
  }
}

/** A map or list that is written with indents, not with brackets. */
export function isBlock(node: Node): boolean {
  return (isMap(node) || isSeq(node)) && !node.flow;
}

/** Where the text of a node starts. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Where the text of a node ends, without comment. */
export function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function firstListIndent(file: TreeFile): number | undefined {
  const search = (node: TreeNode): number | undefined => {
    if (node.kind === 'scalar') return undefined;
    for (const { value } of node.entries) {
      if (node.kind === 'map' && value.kind === 'list' && !value.flow) return value.column - node.column;
      const found = search(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const { root } of file.documents) {
    const found = search(root);
    if (found !== undefined) return found;
  }
  return undefined;
}

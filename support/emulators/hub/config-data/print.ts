import type { Collection, Entry, TreeFile, TreeNode } from './tree';

/** The text of a file; byte for byte what was read, but for what was changed. */
export function printFile(file: TreeFile): string {
  let text = '';
  for (const document of file.documents) {
    if (text !== '' && !text.endsWith('\n')) text += file.newline;
    text += document.prefix + printNode(document.root, file.newline) + document.suffix;
  }
  return text;
}

/** The text of a node as it stands after its key. */
export function printNode(node: TreeNode, newline: string): string {
  if (node.kind === 'scalar') return node.source;
  return node.flow === undefined ? printBlock(node, newline) : printFlow(node, node.flow, newline);
}

function printFlow(node: Collection, flow: { open: string; close: string }, newline: string): string {
  return flow.open + node.entries.map((entry) => printEntry(entry, newline)).join(',') + flow.close;
}

function printBlock(node: Collection, newline: string): string {
  if (node.entries.length === 0) return `${node.kind === 'map' ? '{}' : '[]'}${newline}`;
  let text = '';
  node.entries.forEach((entry, position) => {
    if (position > 0 && !text.endsWith('\n')) text += newline;
    text += printEntry({ ...entry, lead: leadAt(node, entry, position) }, newline);
  });
  return text;
}

/** An entry that became the first of an inline collection, or ceased to be, changes its indent. */
function leadAt(node: Collection, entry: Entry, position: number): string {
  if (position === 0 && node.inline) return entry.lead.trimStart();
  const lastLine = entry.lead.slice(entry.lead.lastIndexOf('\n') + 1);
  return lastLine.length >= node.column ? entry.lead : entry.lead + ' '.repeat(node.column - lastLine.length);
}

function printEntry(entry: Entry, newline: string): string {
  const { lead, keySource, colon, gap, value, tail } = entry;
  const isEmptied = value.kind !== 'scalar' && value.flow === undefined && value.entries.length === 0;
  if (!isEmptied) return lead + keySource + colon + gap + printNode(value, newline) + tail;
  const comment = /^\s*#/.test(gap) ? ` ${gap.trim()}` : '';
  return `${lead}${keySource}${colon} ${value.kind === 'map' ? '{}' : '[]'}${comment}${newline}${tail}`;
}

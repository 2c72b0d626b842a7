import type { Entry, TreeNode } from './tree';

/** A copy of an entry whose lines stand `columns` further right, or further left when negative. */
export function shift(entry: Entry, columns: number): Entry {
  return {
    ...entry,
    lead: moveLines(entry.lead, columns, true),
    gap: moveLines(entry.gap, columns, false),
    value: shiftNode(entry.value, columns),
  };
}

function shiftNode(node: TreeNode, columns: number): TreeNode {
  if (node.kind === 'scalar') return { ...node, source: moveLines(node.source, columns, false) };
  const entries = node.entries.map((entry, position) => {
    const moved = shift(entry, columns);
    return node.flow || (node.inline && position === 0)
      ? { ...moved, lead: moveLines(entry.lead, columns, false) }
      : moved;
  });
  const flow = node.flow && { ...node.flow, close: moveLines(node.flow.close, columns, false) };
  return { ...node, entries, column: node.column + columns, ...(flow ? { flow } : {}) };
}

function moveLines(text: string, columns: number, first: boolean): string {
  if (columns === 0 || (!first && !text.includes('\n'))) return text;
  return text
    .split('\n')
    .map((line, position, lines) => {
      if (position === 0 && !first) return line;
      const isIndent = position === lines.length - 1 && first;
      if (!isIndent && line.trim() === '') return line;
      return columns > 0 ? ' '.repeat(columns) + line : line.replace(new RegExp(`^ {0,${-columns}}`), '');
    })
    .join('\n');
}

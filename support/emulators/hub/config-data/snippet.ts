import { commentOf } from './comments';
import { printNode } from './print';
import { shift } from './shift';
import type { Entry, TreeNode } from './tree';

/** The value of an entry as YAML of its own: no indent, comment behind a scalar, newline at the end. */
export function snippet(entry: Entry): string {
  const { value } = entry;
  if (value.kind === 'scalar' || value.flow) {
    const comment = commentOf(entry).trim();
    return `${printNode(value, '\n').trimEnd() || 'null'}${comment === '' ? '' : ` ${comment}`}\n`;
  }
  const flat = shift(entry, -value.column).value;
  return rootText(flat.kind === 'scalar' ? flat : { ...flat, inline: false });
}

/** The text of a whole document without separators. */
export function rootText(root: TreeNode): string {
  return printNode(root, '\n').replaceAll('\r\n', '\n').trimEnd().concat('\n');
}

/** What must follow a root so that the next document starts on a line of its own. */
export function shapeRoot(root: TreeNode, newline: string): string {
  return root.kind === 'scalar' || root.flow ? newline : '';
}

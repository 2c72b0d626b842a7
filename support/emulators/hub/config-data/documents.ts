import { cloneNode } from './clone';
import { shapeRoot } from './snippet';
import type { TreeDocument, TreeFile } from './tree';

/** Puts a copy of a document of another file at a position, with the comments above it. */
export function insertDocument(file: TreeFile, document: TreeDocument, position: number): TreeDocument {
  const copy = { ...document, root: cloneNode(document.root), suffix: '' };
  if (copy.root.kind === 'scalar' || copy.root.flow) copy.suffix = file.newline;
  file.documents.splice(position, 0, copy);
  separate(file);
  return copy;
}

/** Puts new text of one resource in the place of a document. */
export function replaceDocument(file: TreeFile, position: number, document: TreeDocument): void {
  const old = file.documents[position];
  if (!old) return;
  const root = cloneNode(document.root);
  file.documents[position] = { ...old, root, suffix: old.suffix || shapeRoot(root, file.newline) };
}

/** Takes a document out with its separator and the comments above it; what is set off by a blank line stays. */
export function removeDocument(file: TreeFile, position: number): void {
  const [removed] = file.documents.splice(position, 1);
  const next = file.documents[position];
  if (!removed || !next || position > 0) return;
  const header = removed.prefix.slice(0, endOfBlankLine(removed.prefix));
  const startsBare = !/^---/m.test(removed.prefix);
  next.prefix = header + (startsBare ? next.prefix.replace(/^---[ \t]*\r?\n/, '') : next.prefix);
}

function separate(file: TreeFile): void {
  file.documents.forEach((document, position) => {
    const isSeparated = /^---/m.test(document.prefix);
    if (position > 0 && !isSeparated) document.prefix = `---${file.newline}${document.prefix}`;
  });
}

function endOfBlankLine(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/^[ \t]*\r?\n/gm)) end = match.index + match[0].length;
  return end;
}

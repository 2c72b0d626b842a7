import type { TreeFile, TreeNode } from './tree';

/** A copy that can be edited while the original stays as it is. */
export function cloneFile(file: TreeFile): TreeFile {
  return {
    ...file,
    documents: file.documents.map((document) => ({ ...document, root: cloneNode(document.root) })),
  };
}

/** A deep copy of a node with its text. */
export function cloneNode(node: TreeNode): TreeNode {
  if (node.kind === 'scalar') return { ...node };
  const entries = node.entries.map((entry) => ({ ...entry, value: cloneNode(entry.value) }));
  return { ...node, entries, ...(node.flow ? { flow: { ...node.flow } } : {}) };
}

import { itemBySegment } from './identity';
import { type Collection, type Entry, entryOf, type TreeNode } from './tree';

/** A place that a path pattern leads to; `path` has positions and keys only. */
export interface ResolvedPlace {
  segments: string[];
  entry: Entry;
  parent: Collection;
}

/**
 * The places that a path leads to in a document, in document order. Besides keys and positions a path takes `*` (all
 * children), `*?key` (all items that have the key), `?key=value` (the item), `@key` (a key taken literally); a
 * `:parameter` behind any of them is a name only.
 */
export function resolvePath(root: TreeNode, path: string): ResolvedPlace[] {
  let nodes: {
    segments: string[];
    entry: Entry | undefined;
    parent: Collection | undefined;
    node: TreeNode;
  }[] = [{ segments: [], entry: undefined, parent: undefined, node: root }];
  for (const segment of path.split('.')) {
    nodes = nodes.flatMap(({ segments, node }) => {
      if (node.kind === 'scalar') return [];
      return childrenFor(node, segment).map((entry) => ({
        segments: [...segments, node.kind === 'list' ? String(node.entries.indexOf(entry)) : entry.key],
        entry,
        parent: node,
        node: entry.value,
      }));
    });
  }
  return nodes.flatMap(({ segments, entry, parent }) =>
    entry && parent ? [{ segments, entry, parent }] : [],
  );
}

function childrenFor(node: Collection, segment: string): Entry[] {
  if (segment.startsWith('?')) {
    const wanted = segment.replace(/^\?([^:=]+):[^=]+=/, '?$1=').replaceAll('~1', '.');
    const item = node.kind === 'list' ? itemBySegment(node, wanted) : undefined;
    return item ? [item] : [];
  }
  if (segment.startsWith('*')) {
    const key = /^\*\?([^:]+)/.exec(segment)?.[1];
    return key === undefined
      ? node.entries
      : node.entries.filter(({ value }) => entryOf(value, key) !== undefined);
  }
  const entry = entryOf(node, segment.replace(/^@([^:]*)(:.*)?$/, '$1').replaceAll('~1', '.'));
  return entry ? [entry] : [];
}

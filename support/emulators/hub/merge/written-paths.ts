import { ConfigDataError } from '../config-data/errors';
import { identities } from '../config-data/identity';
import { joinPath, lastOf, splitPath } from '../config-data/paths';
import { readFile } from '../config-data/read';
import type { TreeNode } from '../config-data/tree';

/**
 * The paths of the single values that a mutation wrote at a path: for an added map or list those inside it, else the
 * path itself. A list without identities counts as one value, and so does what is no YAML.
 */
export function writtenPaths(path: string, value = ''): string[] {
  const root = rootOf(value);
  return root === undefined ? [path] : leaves(root, splitPath(path)).map(joinPath);
}

function leaves(node: TreeNode, segments: string[]): string[][] {
  if (node.kind === 'scalar' || node.entries.length === 0) return [segments];
  const ids = node.kind === 'list' ? identities(lastOf(segments), node) : node.entries.map(({ key }) => key);
  if (ids === undefined) return [segments];
  return node.entries.flatMap(({ value }, position) => leaves(value, [...segments, ids[position] as string]));
}

function rootOf(text: string): TreeNode | undefined {
  try {
    return readFile(text).documents[0]?.root;
  } catch (error) {
    if (error instanceof ConfigDataError) return undefined;
    throw error;
  }
}

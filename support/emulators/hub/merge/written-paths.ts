import { ConfigDataError } from '../config-data/errors';
import { identities } from '../config-data/identity';
import { joinPath, splitPath } from '../config-data/paths';
import { readFile } from '../config-data/read';
import type { TreeNode } from '../config-data/tree';
import type { MutationInfo } from './model';

/**
 * The paths of the single values that a mutation wrote: for an added map or list those inside it, else its own path.
 * A list without identities counts as one value.
 */
export function writtenPaths(path: string, { MutationType, Value }: MutationInfo): string[] {
  const root = MutationType === 'Delete' || !Value ? undefined : rootOf(Value);
  return root === undefined || root.kind === 'scalar' ? [path] : leaves(root, splitPath(path)).map(joinPath);
}

function leaves(node: TreeNode, segments: string[]): string[][] {
  if (node.kind === 'scalar' || node.entries.length === 0) return [segments];
  const ids =
    node.kind === 'list' ? identities(segments.at(-1) ?? '', node) : node.entries.map(({ key }) => key);
  if (ids === undefined) return [segments];
  return node.entries.flatMap(({ value }, position) => leaves(value, [...segments, ids[position] ?? '']));
}

/** Order lists and words of other programs are no YAML trees; they own their path as a whole. */
function rootOf(text: string): TreeNode | undefined {
  try {
    return readFile(text).documents[0]?.root;
  } catch (error) {
    if (error instanceof ConfigDataError) return undefined;
    throw error;
  }
}

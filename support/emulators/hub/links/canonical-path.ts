import { identities } from '../config-data/identity';
import { childOf, type TreeNode } from '../config-data/tree';

/** The path of a place with identities for positions, as mutations are recorded: containers.0 → containers.?name=main. */
export function canonicalPath(root: TreeNode, segments: readonly string[]): string[] {
  let node: TreeNode | undefined = root;
  let name = '';
  return segments.map((segment) => {
    const id = node?.kind === 'list' ? identities(name, node)?.[Number(segment)] : undefined;
    node = childOf(node, segment);
    name = segment;
    return id ?? segment;
  });
}

import type { Resource } from '../config-data/index';
import { joinPath } from '../config-data/paths';
import type { TreeNode } from '../config-data/tree';

export interface ResourceMatch {
  before: Resource | undefined;
  after: Resource | undefined;
}

/** Share of equal leaves from which a resource under another name counts as the same one, renamed. */
const ALIKE = 0.5;

/**
 * Which resource became which: same type and name first, then the same name in another namespace, then the most
 * alike of the same type. In the order of `after`, what was removed at the end.
 */
export function matchResources(before: readonly Resource[], after: readonly Resource[]): ResourceMatch[] {
  const open = new Set(before);
  const found = new Map<Resource, Resource>();
  const pass = (find: (candidate: Resource) => Resource | undefined): void => {
    for (const resource of after) {
      const match = found.has(resource) ? undefined : find(resource);
      if (match === undefined) continue;
      found.set(resource, match);
      open.delete(match);
    }
  };
  const ofType = (type: string): Resource[] => [...open].filter((candidate) => candidate.type === type);
  pass(({ type, name }) => ofType(type).find((candidate) => candidate.name === name));
  pass(({ type, nameWithoutScope }) =>
    ofType(type).find((candidate) => candidate.nameWithoutScope === nameWithoutScope),
  );
  pass((resource) => mostAlike(resource, ofType(resource.type)));
  return [
    ...after.map((resource) => ({ before: found.get(resource), after: resource })),
    ...[...open].map((resource) => ({ before: resource, after: undefined })),
  ];
}

function mostAlike(resource: Resource, candidates: Resource[]): Resource | undefined {
  const mine = leaves(resource.root);
  let best: Resource | undefined;
  let bestScore = ALIKE;
  for (const candidate of candidates) {
    const theirs = leaves(candidate.root);
    const shared = [...mine].filter((leaf) => theirs.has(leaf)).length;
    const score = shared / (mine.size + theirs.size - shared);
    if (score < bestScore || (best !== undefined && score === bestScore)) continue;
    best = candidate;
    bestScore = score;
  }
  return best;
}

function leaves(root: TreeNode): Set<string> {
  const found = new Set<string>();
  const walk = (node: TreeNode, path: string[]): void => {
    if (node.kind === 'scalar') found.add(`${joinPath(path)}=${JSON.stringify(node.value)}`);
    else
      for (const [position, { key, value }] of node.entries.entries())
        walk(value, [...path, key || `${position}`]);
  };
  walk(root, []);
  return found;
}

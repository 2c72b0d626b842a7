import { childOf, type Entry, type ListNode, type TreeNode } from './tree';

/** Keys that tell the items of a list apart, by the name of the list; ports of containers and of Services differ. */
const IDENTITY: Record<string, string[][]> = {
  containers: [['name']],
  initContainers: [['name']],
  ephemeralContainers: [['name']],
  env: [['name']],
  volumes: [['name']],
  volumeMounts: [['mountPath']],
  ports: [
    ['containerPort', 'protocol'],
    ['port', 'protocol'],
  ],
};

/**
 * The path segment of each item of a list that has identities ("?name=trade-service",
 * "?containerPort=8080&protocol=TCP"), in order; undefined when the list is matched by position, because of its name
 * or because an item lacks the key or shares it with another.
 */
export function identities(listName: string, list: ListNode): string[] | undefined {
  for (const keys of IDENTITY[listName] ?? []) {
    const segments = list.entries.map((entry) => identity(entry.value, keys));
    if (segments.every((segment) => segment !== undefined) && new Set(segments).size === segments.length) {
      return segments;
    }
  }
  return undefined;
}

function identity(item: TreeNode, keys: string[]): string | undefined {
  const parts = keys.map((key) => {
    const node = childOf(item, key);
    if (node?.kind === 'scalar' && node.value !== null) return `${key}=${node.value}`;
    return key === 'protocol' ? 'protocol=TCP' : undefined;
  });
  return item.kind === 'map' && parts.every((part) => part !== undefined) ? `?${parts.join('&')}` : undefined;
}

/** The item that a segment like "?name=trade-service" means. */
export function itemBySegment(list: ListNode, segment: string): Entry | undefined {
  const wanted = segment
    .slice(1)
    .split('&')
    .map((part) => part.split(/=(.*)/s, 2));
  return list.entries.find((entry) =>
    wanted.every(([key = '', value]) => {
      const node = childOf(entry.value, key);
      if (node === undefined) return key === 'protocol' && value === 'TCP';
      return node.kind === 'scalar' && String(node.value) === value;
    }),
  );
}

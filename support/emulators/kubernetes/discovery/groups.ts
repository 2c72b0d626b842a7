import type { ResourceDefinition } from '../resources/definition';
import { RESOURCES } from '../resources/table';

/** A group of the API with its one version. */
export interface Group {
  name: string;
  version: string;
  resources: ResourceDefinition[];
}

/** The named groups, in the order in which discovery tells them. */
export function namedGroups(): Group[] {
  const order = ['apps', 'authentication.k8s.io', 'authorization.k8s.io', 'rbac.authorization.k8s.io'];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...new Set(RESOURCES.map(({ group }) => group))]
    .filter((name) => name !== '')
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(groupOf);
}

/** A group by name; the core group has the empty one. */
export function groupOf(name: string): Group {
  const resources = RESOURCES.filter(({ group }) => group === name);
  return { name, version: resources[0]?.version ?? '', resources };
}

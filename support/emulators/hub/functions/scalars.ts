import type { Resource } from '../config-data/index';
import type { Collection, Entry, ScalarNode } from '../config-data/tree';

/** A scalar of a resource with where it stands. */
export interface ScalarPlace {
  resource: Resource;
  segments: string[];
  parent: Collection;
  entry: Entry & { value: ScalarNode };
}

/** Every scalar of the resources, in document order. */
export function scalarPlaces(resources: readonly Resource[]): ScalarPlace[] {
  return resources.flatMap((resource) => walk(resource, resource.root, []));
}

function walk(resource: Resource, parent: Collection, path: string[]): ScalarPlace[] {
  return parent.entries.flatMap((entry, position) => {
    const segments = [...path, parent.kind === 'list' ? String(position) : entry.key];
    const { value } = entry;
    if (value.kind !== 'scalar') return walk(resource, value, segments);
    return [{ resource, segments, parent, entry: entry as Entry & { value: ScalarNode } }];
  });
}

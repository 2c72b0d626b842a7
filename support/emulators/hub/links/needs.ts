import type { Resource } from '../config-data/index';
import { type ResolvedPlace, resolvePath } from '../config-data/resolve-path';
import { PROVIDED_TYPES, referencePaths } from './resource-references';

/** A place that wants the name of a resource of a type. */
export interface Reference extends ResolvedPlace {
  toType: string;
}

/** All places of a resource that hold, or are to hold, the name of another resource. */
export function references(resource: Resource): Reference[] {
  return PROVIDED_TYPES.flatMap((toType) =>
    referencePaths(resource.type, toType).flatMap((path) =>
      resolvePath(resource.root, path).map((place) => ({ ...place, toType })),
    ),
  );
}

/** Whether other resources may refer to this one by name. */
export function isProvided(resource: Resource): boolean {
  return PROVIDED_TYPES.includes(resource.type);
}

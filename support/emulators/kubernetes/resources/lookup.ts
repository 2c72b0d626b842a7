import { apiVersionOf, type ResourceDefinition, resourceId } from './definition';
import { RESOURCES, USUAL_VERBS } from './table';

const byId = new Map(RESOURCES.map((definition) => [resourceId(definition), definition]));
const byKind = new Map(
  RESOURCES.map((definition) => [`${apiVersionOf(definition)} ${definition.kind}`, definition]),
);

/**
 * A resource by the name under which the store knows it.
 *
 * @throws RangeError for a name that is none: a mistake in the caller's code
 */
export function definitionOf(id: string): ResourceDefinition {
  const definition = byId.get(id);
  if (!definition)
    throw new RangeError(`The cluster has no resource "${id}"; it has ${[...byId.keys()].join(', ')}.`);
  return definition;
}

/** The resource of an object, by its apiVersion and kind. */
export function definitionFor(apiVersion: string, kind: string): ResourceDefinition | undefined {
  return byKind.get(`${apiVersion} ${kind}`);
}

/** The resource at a path: group, version and plural. */
export function definitionAt(group: string, version: string, plural: string): ResourceDefinition | undefined {
  const definition = byId.get(group ? `${plural}.${group}` : plural);
  return definition?.version === version ? definition : undefined;
}

/** Whether objects of a resource are kept: reviews are only answered. */
export function isStored(definition: ResourceDefinition): boolean {
  return verbsOf(definition).includes('get');
}

/** The verbs that a resource has. */
export function verbsOf(definition: ResourceDefinition): string[] {
  return definition.verbs ?? USUAL_VERBS;
}

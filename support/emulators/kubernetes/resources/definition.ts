/** A resource of the API, as discovery tells it. */
export interface ResourceDefinition {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  shortNames?: string[];
  categories?: string[];
  namespaced: boolean;
  /** `status`, `scale`, `log`, … with their own kind where it is another one. */
  subresources?: Subresource[];
  /** Left out for the usual eight; a resource that is only asked (`selfsubjectaccessreviews`) has `create` alone. */
  verbs?: string[];
  /** Whether `metadata.generation` counts the changes of the spec. */
  generation?: true;
  /** The struct in the API description. */
  type: `#${string}`;
}

/** A subresource; group, version and kind are those of its parent unless given. */
export interface Subresource {
  name: string;
  verbs: string[];
  group?: string;
  version?: string;
  kind?: string;
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(definition: { group: string; version: string }): string {
  return definition.group ? `${definition.group}/${definition.version}` : definition.version;
}

/** The name by which the store knows a resource: `pods`, `deployments.apps`. */
export function resourceId(definition: { group: string; plural: string }): string {
  return definition.group ? `${definition.plural}.${definition.group}` : definition.plural;
}

/** Whether the resource has a status that is written apart from the rest. */
export function hasStatus(definition: ResourceDefinition): boolean {
  return definition.subresources?.some(({ name }) => name === 'status') ?? false;
}

/** What happened to a resource or a path (contract 5.1). */
export type MutationType = 'None' | 'Add' | 'Update' | 'Replace' | 'Delete';

/**
 * One change. `Index` is the mutation number (or, in a function's answer, the number of the call). `Predicate` is
 * true while upstream may change the path and false once it was written here after the clone. `Value` is a YAML
 * snippet with trailing newline: the new data, or for a Delete the removed data. `Protected` is era C's opt-in.
 */
export interface MutationInfo {
  MutationType: MutationType;
  Index: number;
  Predicate: boolean;
  Value?: string;
  Protected?: boolean;
}

/** How a resource is named: type "apps/v1/Deployment", name "ns/name". */
export interface ResourceInfo {
  ResourceType: string;
  ResourceName: string;
  ResourceNameWithoutScope: string;
  ResourceCategory: string;
}

/** All that happened to one resource: as a whole, and by path. Aliases are all the names it ever had. */
export interface ResourceMutation {
  Resource: ResourceInfo;
  ResourceMutationInfo: MutationInfo;
  PathMutationMap: Record<string, MutationInfo>;
  Aliases: Record<string, Record<string, never>>;
  AliasesWithoutScopes: Record<string, Record<string, never>>;
}

/** A part of an upgrade that was withheld, and why. */
export interface Conflict {
  ResourceType: string;
  ResourceName: string;
  /** Path inside the resource; empty for the resource as a whole. */
  Path: string;
  Reason: 'ProtectedPath' | 'DeleteShadowed' | 'UnresolvedPath';
  Local?: string;
  Upstream?: string;
}

/**
 * `base` → `theirs` is what upstream did, `local` what it is brought to, `localSources` who wrote what in `local`.
 * `index` numbers the new mutations. Mode B withholds from paths written locally, mode C only from protected ones.
 * `asLocal` marks what is brought as written here (a lateral merge), so that a later upgrade keeps it.
 */
export interface MergeInput {
  base: string;
  theirs: string;
  local: string;
  localSources: ResourceMutation[];
  index: number;
  mode: 'B' | 'C';
  asLocal?: boolean;
}

/** The merged data, what the merge changed in `local`, and what it withheld. */
export interface MergeResult {
  data: string;
  mutations: ResourceMutation[];
  conflicts: Conflict[];
}

import { isWithin } from '../config-data/paths';
import type { MutationInfo, ResourceInfo, ResourceMutation } from './model';

/**
 * The mutation sources after `newer` happened on top of `sources`: per resource and path the last writer. A newer
 * path takes the place of everything below it; a removed resource stays as a Delete, so that an upgrade knows.
 */
export function accumulate(sources: ResourceMutation[], newer: ResourceMutation[]): ResourceMutation[] {
  const result = [...sources];
  for (const mutation of newer) {
    const position = result.findIndex((known) => isSameResource(known, mutation));
    const known = result[position];
    if (known === undefined) result.push(mutation);
    else result[position] = merged(known, mutation);
  }
  return result;
}

/** `newer` made the resource what it is, so its aliases hold the name under which `known` has it. */
function isSameResource(known: ResourceMutation, newer: ResourceMutation): boolean {
  if (known.Resource.ResourceType !== newer.Resource.ResourceType) return false;
  return known.Resource.ResourceNameWithoutScope in newer.AliasesWithoutScopes;
}

function merged(known: ResourceMutation, newer: ResourceMutation): ResourceMutation {
  const type = newer.ResourceMutationInfo.MutationType;
  if (type === 'None') return known;
  const aliases = {
    Aliases: { ...known.Aliases, ...newer.Aliases },
    AliasesWithoutScopes: { ...known.AliasesWithoutScopes, ...newer.AliasesWithoutScopes },
  };
  const isNew = type !== 'Update' || known.ResourceMutationInfo.MutationType === 'None';
  if (isNew) {
    const replaced = known.ResourceMutationInfo.MutationType === 'Delete' && type !== 'Delete';
    const info: MutationInfo = { ...newer.ResourceMutationInfo, MutationType: replaced ? 'Replace' : type };
    return { ...newer, ResourceMutationInfo: info, ...aliases };
  }
  return {
    ...known,
    Resource: newer.Resource,
    PathMutationMap: mergedPaths(known.PathMutationMap, newer.PathMutationMap),
    ...aliases,
  };
}

function mergedPaths(
  known: Record<string, MutationInfo>,
  newer: Record<string, MutationInfo>,
): Record<string, MutationInfo> {
  const result = { ...known };
  for (const [path, info] of Object.entries(newer)) {
    const before = result[path]?.MutationType;
    for (const old of Object.keys(result)) if (isWithin(old, path)) delete result[old];
    result[path] = { ...info, MutationType: typeAfter(before, info.MutationType) };
  }
  return result;
}

function typeAfter(before: MutationInfo['MutationType'] | undefined, newer: MutationInfo['MutationType']) {
  if (before === undefined || newer === 'Delete') return newer;
  return before === 'Delete' ? 'Replace' : before;
}

/**
 * The same mutations as written here: a later upgrade leaves their paths alone. `protect` marks them as era C does.
 * For a resource changed in parts only its paths are marked, else nothing of it could be upgraded any more.
 */
export function markLocal(mutations: ResourceMutation[], protect = false): ResourceMutation[] {
  const mark = (info: MutationInfo): MutationInfo => ({
    ...info,
    Predicate: false,
    ...(protect ? { Protected: true } : {}),
  });
  return mutations.map((mutation) => {
    const { ResourceMutationInfo: info, PathMutationMap: paths } = mutation;
    return {
      ...mutation,
      ResourceMutationInfo: ['Add', 'Replace', 'Delete'].includes(info.MutationType) ? mark(info) : info,
      PathMutationMap: Object.fromEntries(Object.entries(paths).map(([path, entry]) => [path, mark(entry)])),
    };
  });
}

/** Whether any resource was changed at all; decides whether there is a new revision. */
export function hasChanges(mutations: ResourceMutation[]): boolean {
  return mutations.some(({ ResourceMutationInfo }) => ResourceMutationInfo.MutationType !== 'None');
}

/** The source entry of a resource: by its name, else by a name that it had. */
export function sourceOf(
  sources: ResourceMutation[],
  resource: Pick<ResourceInfo, 'ResourceType' | 'ResourceNameWithoutScope'>,
): ResourceMutation | undefined {
  const ofType = sources.filter(({ Resource }) => Resource.ResourceType === resource.ResourceType);
  const name = resource.ResourceNameWithoutScope;
  return (
    ofType.find(({ Resource }) => Resource.ResourceNameWithoutScope === name) ??
    ofType.find(({ AliasesWithoutScopes }) => name in AliasesWithoutScopes)
  );
}

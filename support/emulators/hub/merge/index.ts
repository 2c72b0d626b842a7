import { parseConfig, type Resource } from '../config-data/index';
import type { MergeInput, MergeResult, MutationInfo, ResourceMutation } from './model';

export type * from './model';

/** What turns `before` into `after`, resource by resource; '' as `before` means that everything was added. */
export function diffConfig(before: string, after: string, index: number): ResourceMutation[] {
  const old = new Map(parseConfig(before).map((resource) => [`${resource.type}#${resource.name}`, resource]));
  return parseConfig(after).map((resource) => {
    const previous = old.get(`${resource.type}#${resource.name}`);
    const info = (MutationType: MutationInfo['MutationType']): MutationInfo => ({
      MutationType,
      Index: index,
      Predicate: true,
    });
    if (previous === undefined) return mutation(resource, info('Add'), {});
    const same = JSON.stringify(previous.value) === JSON.stringify(resource.value);
    return mutation(resource, info(same ? 'None' : 'Update'), {});
  });
}

function mutation(
  resource: Resource,
  info: MutationInfo,
  paths: Record<string, MutationInfo>,
): ResourceMutation {
  return {
    Resource: {
      ResourceType: resource.type,
      ResourceName: resource.name,
      ResourceNameWithoutScope: resource.nameWithoutScope,
      ResourceCategory: 'Resource',
    },
    ResourceMutationInfo: info,
    PathMutationMap: paths,
    Aliases: { [resource.name]: {} },
    AliasesWithoutScopes: { [resource.nameWithoutScope]: {} },
  };
}

/** The mutation sources after `newer` happened on top of `sources`. */
export function accumulate(sources: ResourceMutation[], newer: ResourceMutation[]): ResourceMutation[] {
  return [...sources, ...newer];
}

/** Brings what changed from `base` to `theirs` into `local`, keeping what was written there. */
export function mergeConfig(input: MergeInput): MergeResult {
  const data = input.local === input.base ? input.theirs : input.local;
  return { data, mutations: diffConfig(input.local, data, input.index), conflicts: [] };
}

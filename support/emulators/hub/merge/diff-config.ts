import { parseConfig, type Resource } from '../config-data/index';
import { rootText } from '../config-data/snippet';
import { diffMaps } from './diff-nodes';
import { matchResources } from './match-resources';
import type { MutationInfo, ResourceMutation } from './model';

/**
 * What turns `before` into `after`, one entry for each resource, in the order of `after`, what was removed at the
 * end; '' as `before` means that everything was added. Unchanged resources have type None. `Predicate` is true
 * throughout; see markLocal. Throws ConfigDataError when either text is no config data.
 */
export function diffConfig(before: string, after: string, index: number): ResourceMutation[] {
  return diffResources(parseConfig(before), parseConfig(after), index);
}

/** The same for resources that are parsed already. */
export function diffResources(before: Resource[], after: Resource[], index: number): ResourceMutation[] {
  const info = (MutationType: MutationInfo['MutationType'], Value = ''): MutationInfo => ({
    MutationType,
    Index: index,
    Predicate: true,
    Value,
  });
  return matchResources(before, after).map((match) => {
    if (match.after === undefined) {
      const removed = match.before as Resource;
      return resourceMutation([removed], info('Delete', rootText(removed.root)), {});
    }
    if (match.before === undefined) {
      return resourceMutation([match.after], info('Add', rootText(match.after.root)), {});
    }
    const changes =
      match.before.root === match.after.root ? [] : diffMaps(match.before.root, match.after.root);
    const paths = Object.fromEntries(changes.map(({ path, type, value }) => [path, info(type, value)]));
    return resourceMutation([match.after, match.before], info(changes.length > 0 ? 'Update' : 'None'), paths);
  });
}

/** The names of all `resources` become aliases; the first is the current one. */
function resourceMutation(
  resources: [Resource, ...Resource[]],
  info: MutationInfo,
  paths: Record<string, MutationInfo>,
): ResourceMutation {
  const [current] = resources;
  return {
    Resource: {
      ResourceType: current.type,
      ResourceName: current.name,
      ResourceNameWithoutScope: current.nameWithoutScope,
      ResourceCategory: 'Resource',
    },
    ResourceMutationInfo: info,
    PathMutationMap: paths,
    Aliases: Object.fromEntries(resources.map(({ name }) => [name, {}])),
    AliasesWithoutScopes: Object.fromEntries(resources.map(({ nameWithoutScope }) => [nameWithoutScope, {}])),
  };
}

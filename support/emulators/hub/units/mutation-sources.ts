import type { MutationInfo, ResourceMutation } from '../merge/model';

/** Marks changes as written here, so that an upgrade leaves them alone; `protect` marks them for era C as well. */
export function writtenHere(mutations: ResourceMutation[], protect: boolean): ResourceMutation[] {
  return mapInfos(mutations, (info) => {
    const own = { ...info, Predicate: info.MutationType === 'None' ? info.Predicate : false };
    return protect && info.MutationType !== 'None' ? { ...own, Protected: true } : own;
  });
}

/** The sources of a clone: all of it came from upstream, in its first mutation. */
export function inherited(sources: ResourceMutation[]): ResourceMutation[] {
  return mapInfos(sources, ({ Protected, ...info }) => ({ ...info, Predicate: true, Index: 1 }));
}

function mapInfos(
  mutations: ResourceMutation[],
  change: (info: MutationInfo) => MutationInfo,
): ResourceMutation[] {
  return mutations.map((mutation) => ({
    ...mutation,
    ResourceMutationInfo: change(mutation.ResourceMutationInfo),
    PathMutationMap: Object.fromEntries(
      Object.entries(mutation.PathMutationMap).map(([path, info]) => [path, change(info)]),
    ),
  }));
}

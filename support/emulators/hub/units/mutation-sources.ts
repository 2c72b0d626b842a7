import type { MutationInfo, ResourceMutation } from '../merge/model';

/** The sources of a clone: all of it came from upstream, in its first mutation. */
export function inherited(sources: ResourceMutation[]): ResourceMutation[] {
  const fromUpstream = ({ Protected, ...info }: MutationInfo): MutationInfo => ({
    ...info,
    Predicate: true,
    Index: 1,
  });
  return sources.map((source) => ({
    ...source,
    ResourceMutationInfo: fromUpstream(source.ResourceMutationInfo),
    PathMutationMap: Object.fromEntries(
      Object.entries(source.PathMutationMap).map(([path, info]) => [path, fromUpstream(info)]),
    ),
  }));
}

import type { ResourceMutation } from '../merge/model';

/** Functions number changes by call; in a unit's history they carry the number of its mutation. */
export function renumbered(mutations: ResourceMutation[], index: number): ResourceMutation[] {
  return mutations.map((mutation) => ({
    ...mutation,
    ResourceMutationInfo: { ...mutation.ResourceMutationInfo, Index: index },
    PathMutationMap: Object.fromEntries(
      Object.entries(mutation.PathMutationMap).map(([path, info]) => [path, { ...info, Index: index }]),
    ),
  }));
}

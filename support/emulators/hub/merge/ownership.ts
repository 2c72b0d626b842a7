import { isWithin, joinPath } from '../config-data/paths';
import { orderPath } from './diff-nodes';
import type { MutationInfo, ResourceMutation } from './model';
import { writtenPaths } from './written-paths';

/**
 * Which paths of a resource an upgrade must leave alone. Mode B: those written here after the clone. Mode C: those
 * protected. A map or list added here owns what was put into it, not what upstream adds to it later. What was removed
 * here stays removed in both modes.
 */
export interface Ownership {
  /** The path, or a value around it, is owned. */
  owns(segments: readonly string[]): boolean;
  /** The path or something inside it is owned or was removed. */
  ownsInside(segments: readonly string[]): boolean;
  /** The order of a list with identities is owned. */
  ownsOrder(segments: readonly string[]): boolean;
  /** The path, or a map or list around it, was removed here. */
  removedHere(segments: readonly string[]): boolean;
  /** Anything of the resource was written here, its name and namespace aside. */
  readonly isEdited: boolean;
}

const SCOPE_PATHS = ['metadata.namespace', 'metadata.name'];

/** Reads the ownership out of a resource's mutation sources; without sources nothing is owned. */
export function ownershipOf(source: ResourceMutation | undefined, mode: 'B' | 'C'): Ownership {
  const isOwned = (info: MutationInfo): boolean => (mode === 'B' ? !info.Predicate : info.Protected === true);
  const entries = pathEntries(source);
  const owned = entries
    .filter(([, info]) => isOwned(info) && info.MutationType !== 'Delete')
    .flatMap(([path, { Value }]) => writtenPaths(path, Value));
  const here = entries.filter(([, info]) => !info.Predicate);
  const removed = here.filter(([, info]) => info.MutationType === 'Delete').map(([path]) => path);
  return {
    owns: (segments) => owned.some((path) => isWithin(joinPath(segments), path)),
    ownsInside: (segments) => [...owned, ...removed].some((path) => isInside(path, segments)),
    ownsOrder: (segments) => owned.includes(orderPath(segments)),
    removedHere: (segments) => removed.some((path) => isWithin(joinPath(segments), path)),
    isEdited: here.some(([path]) => !SCOPE_PATHS.includes(path)),
  };
}

function isInside(path: string, segments: readonly string[]): boolean {
  return isWithin(path, joinPath(segments)) || path === orderPath(segments);
}

/** The paths of a resource; a resource added as a whole counts as its root, ''. */
function pathEntries(source: ResourceMutation | undefined): [string, MutationInfo][] {
  if (source === undefined) return [];
  const { ResourceMutationInfo: whole, PathMutationMap: paths } = source;
  const isWhole = whole.MutationType === 'Add' || whole.MutationType === 'Replace';
  return [...(isWhole ? [['', whole] satisfies [string, MutationInfo]] : []), ...Object.entries(paths)];
}

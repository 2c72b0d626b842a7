import { isWithin, joinPath } from '../config-data/paths';
import { orderPath } from './diff-nodes';
import type { MutationInfo, ResourceMutation } from './model';

/**
 * Which paths of a resource an upgrade must leave alone. Mode B: those written here after the clone. Mode C: those
 * protected. What was removed here stays removed in both.
 */
export interface Ownership {
  /** The path or a container of it is owned. */
  owns(segments: readonly string[]): boolean;
  /** Something inside the path is owned. */
  ownsInside(segments: readonly string[]): boolean;
  /** The order of a list with identities is owned. */
  ownsOrder(segments: readonly string[]): boolean;
  /** The path or a container of it was removed here. */
  removedHere(segments: readonly string[]): boolean;
  /** Anything of the resource was written here, its name and namespace aside. */
  readonly isEdited: boolean;
}

const SCOPE_PATHS = ['metadata.namespace', 'metadata.name'];

/** Reads the ownership out of a resource's mutation sources; without sources nothing is owned. */
export function ownershipOf(source: ResourceMutation | undefined, mode: 'B' | 'C'): Ownership {
  const isOwned = (info: MutationInfo): boolean => (mode === 'B' ? !info.Predicate : info.Protected === true);
  const entries = Object.entries(source?.PathMutationMap ?? {});
  const owned = entries.filter(([, info]) => isOwned(info)).map(([path]) => path);
  const removed = entries
    .filter(([, info]) => !info.Predicate && info.MutationType === 'Delete')
    .map(([path]) => path);
  const whole = source?.ResourceMutationInfo;
  const ownsAll = whole !== undefined && whole.MutationType !== 'Update' && isOwned(whole);
  const written = entries.filter(([path, info]) => !info.Predicate && !SCOPE_PATHS.includes(path));
  return {
    owns: (segments) => ownsAll || owned.some((path) => isWithin(joinPath(segments), path)),
    ownsInside: (segments) =>
      owned.some((path) => isWithin(path, joinPath(segments)) || isOrderInside(path, segments)),
    ownsOrder: (segments) => ownsAll || owned.includes(orderPath(segments)),
    removedHere: (segments) => removed.some((path) => isWithin(joinPath(segments), path)),
    isEdited:
      written.length > 0 || (whole !== undefined && !whole.Predicate && whole.MutationType !== 'Delete'),
  };
}

function isOrderInside(path: string, segments: readonly string[]): boolean {
  return path === orderPath(segments);
}

import type { ExtendedTarget } from '../hub/entities';
import { commonRows, details } from '../output/pairs';

/** Details of a target as a table. */
export function targetDetails({ Target: target }: ExtendedTarget): string {
  return details([
    ['ID', target.TargetID],
    ['Name', target.Slug],
    ['Space ID', target.SpaceID],
    ...commonRows(target),
  ]);
}

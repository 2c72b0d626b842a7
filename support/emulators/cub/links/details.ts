import type { Link } from '../hub/entities';
import { commonRows, details } from '../output/pairs';

/** Details of a link as a table. */
export function linkDetails(link: Link): string {
  return details([
    ['ID', link.LinkID],
    ['Name', link.Slug],
    ['Space ID', link.SpaceID],
    ...commonRows(link),
    ['From Unit ID', link.FromUnitID],
    ['To Unit ID', link.ToUnitID],
    ['To Space ID', link.ToSpaceID],
  ]);
}

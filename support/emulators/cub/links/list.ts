import type { ExtendedLink } from '../hub/entities';
import type { Invocation } from '../invocation';
import { selectFor } from '../lookup/select';
import { listing, printList } from '../output/results';

export const LINK_INCLUDE = 'SpaceID,FromUnitID,ToUnitID,ToSpaceID';

const SELECTABLE = {
  entity: 'Link',
  columns: ['Link.Slug', 'Space.Slug', 'FromUnit.Slug', 'ToUnit.Slug', 'ToSpace.Slug'],
  include: LINK_INCLUDE,
  base: ['Slug', 'LinkID', 'SpaceID', 'OrganizationID'],
};

/** `cub link list`: the links whose from-unit is in the space, or all. */
export async function listLinks(invocation: Invocation): Promise<void> {
  const { flags, hub, space } = invocation;
  const path = space.id === '*' ? '/link' : `/space/${space.id}/link`;
  const { body } = await hub.get(path, {
    where: flags.text('where'),
    contains: flags.text('contains'),
    include: LINK_INCLUDE,
    select: selectFor(flags, SELECTABLE),
  });
  const cells = (row: ExtendedLink) => [
    row.Link.Slug,
    row.Space?.Slug ?? '',
    row.FromUnit?.Slug ?? '',
    row.ToUnit?.Slug ?? '',
    row.ToSpace?.Slug ?? (row.Link.ToSpaceID === space.id ? space.slug : ''),
  ];
  await printList(invocation, {
    shape: 'ExtendedLink',
    rows: body as ExtendedLink[],
    slug: ({ Link: link }) => link.Slug,
    display: (rows) =>
      listing(invocation, ['Name', 'Space', 'From-Unit', 'To-Unit', 'To-Space'], rows.map(cells)),
  });
}

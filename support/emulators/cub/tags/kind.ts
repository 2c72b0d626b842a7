import type { Kind } from '../entities/kind';
import type { ExtendedTag, Tag } from '../hub/entities';
import { commonRows, details } from '../output/pairs';
import { shortTime } from '../output/time';

export const TAG: Kind<Tag, ExtendedTag> = {
  noun: 'tag',
  path: '/tag',
  shape: 'Tag',
  rowShape: 'ExtendedTag',
  idField: 'TagID',
  include: 'SpaceID',
  selectable: {
    entity: 'Tag',
    columns: ['Tag.Slug', 'Space.Slug', 'Tag.DisplayName', 'Tag.CreatedAt'],
    include: 'SpaceID',
    base: ['Slug', 'TagID', 'SpaceID', 'OrganizationID'],
  },
  header: ['Name', 'Space', 'Display-Name', 'Created-At'],
  cells: ({ Tag: tag, Space }, spaceSlug) => [
    tag.Slug,
    Space?.Slug ?? (spaceSlug || tag.TagID),
    tag.DisplayName ?? '',
    shortTime(tag.CreatedAt),
  ],
  entityOf: (row) => row.Tag,
  details: (tag) =>
    details([
      ['ID', tag.TagID],
      ['Name', tag.Slug],
      ['Display Name', tag.DisplayName ?? ''],
      ['Space ID', tag.SpaceID],
      ...commonRows(tag),
    ]),
};

import type { Kind } from '../entities/kind';
import type { ExtendedFilter, Filter } from '../hub/entities';
import { isSet } from '../lookup/ids';
import { commonRows, details } from '../output/pairs';
import { shortened } from '../output/shortened';

const INCLUDE = 'SpaceID,FromSpaceID';

export const FILTER_KIND: Kind<Filter, ExtendedFilter> = {
  noun: 'filter',
  path: '/filter',
  shape: 'Filter',
  rowShape: 'ExtendedFilter',
  idField: 'FilterID',
  include: INCLUDE,
  selectable: {
    entity: 'Filter',
    columns: [
      'Filter.Slug',
      'Space.Slug',
      'Filter.From',
      'Filter.Where',
      'Filter.WhereData',
      'Filter.ResourceType',
      'FromSpace.Slug',
    ],
    include: INCLUDE,
    base: ['Slug', 'FilterID', 'SpaceID', 'OrganizationID'],
  },
  header: ['Name', 'Space', 'From', 'Where', 'Where-Data', 'Resource-Type', 'From-Space'],
  cells: ({ Filter: filter, Space, FromSpace }, spaceSlug) => [
    filter.Slug,
    Space?.Slug ?? (spaceSlug || filter.FilterID),
    filter.From,
    shortened(filter.Where ?? '', 50),
    shortened(filter.WhereData ?? '', 30),
    filter.ResourceType ?? '',
    FromSpace?.Slug ?? '',
  ],
  entityOf: (row) => row.Filter,
  details: (filter) =>
    details([
      ['ID', filter.FilterID],
      ['Name', filter.Slug],
      ['Display Name', filter.DisplayName ?? ''],
      ['Space ID', filter.SpaceID],
      ...commonRows(filter),
      ['From', filter.From],
      ...(isSet(filter.FromSpaceID) ? [['From Space ID', filter.FromSpaceID]] : []),
      ...(filter.Where ? [['Where', filter.Where]] : []),
      ...(filter.WhereData ? [['Where Data', filter.WhereData]] : []),
      ...(filter.ResourceType ? [['Resource Type', filter.ResourceType]] : []),
      ...(filter.Hash ? [['Hash', filter.Hash]] : []),
    ]),
};

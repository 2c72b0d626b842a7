import type { Kind } from '../entities/kind';
import type { ChangeSet, ExtendedChangeSet } from '../hub/entities';
import { isSet } from '../lookup/ids';
import { commonRows, details } from '../output/pairs';
import { shortened } from '../output/shortened';

const INCLUDE = 'SpaceID,FilterID,StartTagID,EndTagID';

export const CHANGE_SET: Kind<ChangeSet, ExtendedChangeSet> = {
  noun: 'changeset',
  path: '/change_set',
  shape: 'ChangeSet',
  rowShape: 'ExtendedChangeSet',
  idField: 'ChangeSetID',
  include: INCLUDE,
  selectable: {
    entity: 'ChangeSet',
    columns: [
      'ChangeSet.Slug',
      'Space.Slug',
      'Filter.Slug',
      'StartTag.Slug',
      'EndTag.Slug',
      'ChangeSet.Description',
    ],
    include: INCLUDE,
    base: ['Slug', 'ChangeSetID', 'SpaceID', 'OrganizationID'],
  },
  header: ['Name', 'Space', 'Filter', 'Start-Tag', 'End-Tag', 'Description'],
  cells: ({ ChangeSet: changeSet, Space, Filter, StartTag, EndTag }, spaceSlug) => [
    changeSet.Slug,
    Space?.Slug ?? (spaceSlug || changeSet.ChangeSetID),
    Filter?.Slug ?? '',
    StartTag?.Slug ?? '',
    EndTag?.Slug ?? '',
    shortened(changeSet.Description ?? '', 50),
  ],
  entityOf: (row) => row.ChangeSet,
  details: (changeSet) =>
    details([
      ['ID', changeSet.ChangeSetID],
      ['Name', changeSet.Slug],
      ['Display Name', changeSet.DisplayName ?? ''],
      ['Space ID', changeSet.SpaceID],
      ...commonRows(changeSet),
      ...(isSet(changeSet.FilterID) ? [['Filter ID', changeSet.FilterID]] : []),
      ...(isSet(changeSet.StartTagID) ? [['Start Tag ID', changeSet.StartTagID]] : []),
      ...(isSet(changeSet.EndTagID) ? [['End Tag ID', changeSet.EndTagID]] : []),
      ...(changeSet.Description ? [['Description', changeSet.Description]] : []),
    ]),
};

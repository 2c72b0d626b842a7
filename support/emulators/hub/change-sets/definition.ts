import { checkReference } from '../entities/check-reference';
import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Definition } from '../entities/definition';
import { byClient, byServer, RESIDENT_FIELDS } from '../entities/fields';
import { badRequest } from '../errors/api-error';
import type { ChangeSet } from './model';

export const CHANGE_SET: Definition<ChangeSet> = {
  kind: 'ChangeSet',
  path: 'change_set',
  noun: 'change set',
  table: 'changeSets',
  id: 'ChangeSetID',
  fields: {
    ...RESIDENT_FIELDS,
    ChangeSetID: byServer('uuid'),
    Description: byClient('text'),
    FilterID: byClient('uuid'),
    StartTagID: byClient('uuid'),
    EndTagID: byClient('uuid'),
  },
  relations: {
    ...RESIDENT_RELATIONS,
    FilterID: { as: 'Filter', kind: 'Filter', find: (tables, row) => tables.filters.get(row.FilterID ?? '') },
    StartTagID: { as: 'StartTag', kind: 'Tag', find: (tables, row) => tables.tags.get(row.StartTagID ?? '') },
    EndTagID: { as: 'EndTag', kind: 'Tag', find: (tables, row) => tables.tags.get(row.EndTagID ?? '') },
  },
  defaults: () => ({ Description: '', FilterID: null, StartTagID: null, EndTagID: null }),
  check: (call, row) => {
    checkReference(call, 'filters', 'filter', row.FilterID);
    checkReference(call, 'tags', 'tag', row.StartTagID);
    checkReference(call, 'tags', 'tag', row.EndTagID);
    return row;
  },
  removing: (call, row) => {
    const [unit] = call.hub.database.tables.units.by('changeSet', row.ChangeSetID);
    if (unit) throw badRequest(`change set ${row.Slug} is open for unit ${unit.Slug}; close it first`);
  },
};

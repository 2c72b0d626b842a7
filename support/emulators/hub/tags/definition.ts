import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Definition } from '../entities/definition';
import { byServer, RESIDENT_FIELDS } from '../entities/fields';
import { badRequest } from '../errors/api-error';
import type { Tag } from './model';

export const TAG: Definition<Tag> = {
  kind: 'Tag',
  path: 'tag',
  noun: 'tag',
  table: 'tags',
  id: 'TagID',
  fields: { ...RESIDENT_FIELDS, TagID: byServer('uuid') },
  relations: RESIDENT_RELATIONS,
  defaults: () => ({}),
  removing: (call, row) => {
    const changeSets = call.hub.database.tables.changeSets.by('organization', row.OrganizationID);
    const user = changeSets.find((each) => each.StartTagID === row.TagID || each.EndTagID === row.TagID);
    if (user) throw badRequest(`tag ${row.Slug} marks an end of change set ${user.Slug}; delete that first`);
  },
};

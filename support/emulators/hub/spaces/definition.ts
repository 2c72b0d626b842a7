import type { Listable } from '../entities/definition';
import { byClient, byServer, NAMED_FIELDS } from '../entities/fields';
import type { Space } from './model';

export const SPACE: Listable<Space> = {
  kind: 'Space',
  fields: { ...NAMED_FIELDS, SpaceID: byServer('uuid'), ReleaseTargetID: byClient('uuid') },
  relations: {
    OrganizationID: {
      as: 'Organization',
      kind: 'Organization',
      find: (tables, row) => tables.organizations.get(row.OrganizationID),
    },
  },
};

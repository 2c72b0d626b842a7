import type { Tables } from '../store/tables';
import type { Relation } from './definition';

interface Resident {
  OrganizationID: string;
  SpaceID: string;
}

/** Relations that every entity in a space has. */
export const RESIDENT_RELATIONS: { SpaceID: Relation<Resident>; OrganizationID: Relation<Resident> } = {
  SpaceID: { as: 'Space', kind: 'Space', find: (tables: Tables, row) => tables.spaces.get(row.SpaceID) },
  OrganizationID: {
    as: 'Organization',
    kind: 'Organization',
    find: (tables: Tables, row) => tables.organizations.get(row.OrganizationID),
  },
};

/** What every entity has (contract 4). Times are RFC 3339, `Version` grows with each write. */
export interface Entity {
  OrganizationID: string;
  CreatedAt: string;
  UpdatedAt: string;
  Version: number;
}

/** What every entity with a name has. */
export interface NamedEntity extends Entity {
  Slug: string;
  DisplayName: string;
  Labels: Record<string, string>;
  Annotations: Record<string, string>;
}

/** What every entity that lives in a space has. */
export interface SpaceEntity extends NamedEntity {
  SpaceID: string;
}

/** How Go writes an absent id and an absent time. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000';
export const ZERO_TIME = '0001-01-01T00:00:00Z';

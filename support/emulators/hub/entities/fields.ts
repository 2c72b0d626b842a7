/** What a field may hold. `base64` is text in rows and base64 on the wire; `any` is checked by its own code. */
export type FieldType =
  | 'slug'
  | 'text'
  | 'uuid'
  | 'integer'
  | 'boolean'
  | 'time'
  | 'labels'
  | 'flags'
  | 'ids'
  | 'base64'
  | 'any';

/**
 * Who sets a field: a client at any time, a client only when the entity is made, or the server alone. Values that
 * clients echo for the server's own fields are type-checked and otherwise ignored.
 */
export interface Field {
  type: FieldType;
  setBy: 'client' | 'creator' | 'server';
}

export type Fields = Record<string, Field>;

export const byClient = (type: FieldType): Field => ({ type, setBy: 'client' });
export const byCreator = (type: FieldType): Field => ({ type, setBy: 'creator' });
export const byServer = (type: FieldType): Field => ({ type, setBy: 'server' });

/** Fields of every named entity. */
export const NAMED_FIELDS: Fields = {
  Slug: byClient('slug'),
  DisplayName: byClient('text'),
  Labels: byClient('labels'),
  Annotations: byClient('labels'),
  OrganizationID: byServer('uuid'),
  CreatedAt: byServer('time'),
  UpdatedAt: byServer('time'),
  Version: byServer('integer'),
  EntityType: byServer('text'),
  CursorID: byServer('integer'),
};

/** Fields of every entity that lives in a space. */
export const RESIDENT_FIELDS: Fields = { ...NAMED_FIELDS, SpaceID: byServer('uuid') };

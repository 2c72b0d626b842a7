import type { Entity, NamedEntity } from '../entities/entity';

export interface Organization extends NamedEntity {
  ExternalID: string;
}

export interface User extends Entity {
  UserID: string;
  Slug: string;
  Username: string;
  DisplayName: string;
  ExternalID: string;
}

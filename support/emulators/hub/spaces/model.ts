import type { NamedEntity } from '../entities/entity';

export interface Space extends NamedEntity {
  SpaceID: string;
}

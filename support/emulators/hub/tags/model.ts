import type { SpaceEntity } from '../entities/entity';

/** A name that can be attached to one revision of each unit. */
export interface Tag extends SpaceEntity {
  TagID: string;
}

import type { SpaceEntity } from '../entities/entity';

/** A named query. */
export interface Filter extends SpaceEntity {
  FilterID: string;
  From: string;
  Where: string;
  WhereData: string;
  ResourceType: string;
  FromSpaceID: string | null;
}

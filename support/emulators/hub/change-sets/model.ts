import type { SpaceEntity } from '../entities/entity';

/** A named span of revisions over several units (contract 4.1). While a unit is in it, only it may change the unit. */
export interface ChangeSet extends SpaceEntity {
  ChangeSetID: string;
  Description: string;
  FilterID: string | null;
  StartTagID: string | null;
  EndTagID: string | null;
}

import type { SpaceEntity } from '../entities/entity';

/** A need of one unit that another provides for. Lives in the from-unit's space. */
export interface Link extends SpaceEntity {
  LinkID: string;
  FromUnitID: string;
  ToUnitID: string;
  ToSpaceID: string;
}

import type { Entity } from '../entities/entity';
import type { FunctionInvocation } from '../functions/model';

/** What caused one change of a unit's data. `MutationSources[..].Index` refers to its number. */
export interface Mutation extends Entity {
  MutationID: string;
  SpaceID: string;
  UnitID: string;
  MutationNum: number;
  RevisionID: string;
  RevisionNum: number;
  FunctionInvocation: FunctionInvocation | null;
  TriggerID: string | null;
  LinkID: string | null;
  UpgradedFromUpstreamRevisionNum: number;
  RestoredRevisionNum: number;
}

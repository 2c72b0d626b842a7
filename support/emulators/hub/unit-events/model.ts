import type { Entity } from '../entities/entity';

/** One report about an operation. */
export interface UnitEvent extends Entity {
  UnitEventID: string;
  SpaceID: string;
  UnitID: string;
  BridgeWorkerID: string | null;
  QueuedOperationID: string;
  Action: string;
  Status: string;
  Result: string;
  Message: string;
  RevisionNum: number;
  StartedAt: string;
  TerminatedAt: string | null;
}

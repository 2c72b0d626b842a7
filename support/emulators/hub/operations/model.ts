import type { Entity } from '../entities/entity';

export type Action = 'Apply' | 'Destroy' | 'Refresh';

/** Work for a worker. `Status` follows the worker's reports; `Pending` until the worker was told. */
export interface QueuedOperation extends Entity {
  QueuedOperationID: string;
  SpaceID: string;
  UnitID: string;
  BridgeWorkerID: string;
  TargetID: string;
  Action: Action;
  RevisionNum: number;
  Status: string;
  ExtraParams: string;
}

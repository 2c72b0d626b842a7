import type { SpaceEntity } from '../entities/entity';

/** Where a worker carries units to. `Parameters` is JSON text. */
export interface Target extends SpaceEntity {
  TargetID: string;
  BridgeWorkerID: string;
  ToolchainType: string;
  ProviderType: string;
  Parameters: string;
}

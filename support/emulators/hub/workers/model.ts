import type { SpaceEntity } from '../entities/entity';

export type WorkerCondition = 'Ready' | 'NotReady' | 'Unresponsive' | 'Disconnected';

/** A process that carries units to clusters. Its condition is known only while it is connected (see presence). */
export interface BridgeWorker extends SpaceEntity {
  BridgeWorkerID: string;
  Secret: string;
  LastSeenAt: string;
  LastMessage: string;
  IPAddress: string;
  UserID: string | null;
  ProvidedInfo: WorkerInfo | null;
}

/** What a worker says of itself when it connects (contract 7.2). */
export interface WorkerInfo {
  BridgeWorkerInfo?: { SupportedConfigTypes?: ConfigType[] | null } | null;
  FunctionWorkerInfo?: unknown;
}

export interface ConfigType {
  ToolchainType: string;
  ProviderType: string;
  AvailableTargets?: Array<{ Name: string; Params?: Record<string, unknown> | null }> | null;
}

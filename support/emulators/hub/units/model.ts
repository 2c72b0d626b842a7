import type { SpaceEntity } from '../entities/entity';
import type { Conflict, ResourceMutation } from '../merge/model';

/** Configuration data with its history's head. Data, LiveState and Outputs are text here and base64 on the wire. */
export interface Unit extends SpaceEntity {
  UnitID: string;
  ToolchainType: string;
  Data: string;
  ContentHash: number;
  TargetID: string | null;
  SetID: string | null;
  HeadRevisionNum: number;
  LastAppliedRevisionNum: number;
  LiveRevisionNum: number;
  PreviousLiveRevisionNum: number;
  /** The revision in the newest bundle that this unit went into; 0 before the first. */
  LastReleasedRevisionNum: number;
  HeadMutationNum: number;
  MutationSources: ResourceMutation[];
  ApplyGates: Record<string, boolean>;
  /** As the gates, of checks that only warn. */
  ApplyWarnings: Record<string, boolean>;
  ApprovedBy: string[];
  LastChangeDescription: string;
  LiveState: string;
  Outputs: string;
  UpstreamUnitID: string | null;
  UpstreamSpaceID: string | null;
  UpstreamOrganizationID: string | null;
  UpstreamRevisionNum: number;
  ChangeSetID: string | null;
  Conflicts: Conflict[];
  /** When an action of a worker last ended; zero time before the first. */
  LastActionAt: string;
  /** The newest report about this unit; kept for the hub itself. */
  LatestUnitEventID: string | null;
}

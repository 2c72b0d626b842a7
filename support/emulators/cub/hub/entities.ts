/** The parts of API entities that commands look at; what is not named here passes through untouched. */
interface Entity {
  Slug: string;
  DisplayName?: string;
  OrganizationID: string;
  CreatedAt?: string;
  UpdatedAt?: string;
  Version?: number;
  Labels?: Record<string, string>;
  Annotations?: Record<string, string>;
}

export interface Space extends Entity {
  SpaceID: string;
  ReleaseTargetID?: string | null;
}

/** A bundle of a space's units. */
export interface Release {
  ReleaseID: string;
  SpaceID: string;
  ReleaseNum: number;
  CreatedAt?: string;
  Digest: string;
  Units: Array<{ UnitID: string; Slug: string; RevisionNum: number }>;
}

export interface ExtendedRelease {
  Release: Release;
}

export interface ExtendedSpace {
  Space: Space;
  TotalUnitCount?: number;
  UnappliedUnitCount?: number;
  UnapprovedUnitCount?: number;
  GatedUnitCount?: number;
  UpgradableUnitCount?: number;
  UnlinkedUnitCount?: number;
  RecentChangeUnitCount?: number;
  IncompleteApplyUnitCount?: number;
  TotalBridgeWorkerCount?: number;
  TargetCountByToolchainType?: Record<string, number> | null;
  TriggerCountByEventType?: Record<string, number> | null;
}

export interface MutationSource {
  ResourceMutationInfo?: { MutationType?: string };
}

export interface Unit extends Entity {
  UnitID: string;
  SpaceID: string;
  ToolchainType: string;
  Data?: string;
  LiveState?: string;
  SetID?: string | null;
  TargetID?: string | null;
  ChangeSetID?: string | null;
  HeadRevisionNum?: number;
  LastAppliedRevisionNum?: number;
  LiveRevisionNum?: number;
  PreviousLiveRevisionNum?: number;
  HeadMutationNum?: number;
  LastChangeDescription?: string;
  UpstreamUnitID?: string | null;
  UpstreamSpaceID?: string | null;
  UpstreamOrganizationID?: string | null;
  UpstreamRevisionNum?: number;
  ApplyGates?: Record<string, boolean> | null;
  ApplyWarnings?: Record<string, boolean> | null;
  ApprovedBy?: string[] | null;
  MutationSources?: MutationSource[] | null;
}

export interface ResponseError {
  Message?: string;
  Status?: number;
  Details?: string[];
  ErrorMetadata?: { EntityType?: string; EntityID?: string };
}

export interface UnitEvent {
  UnitEventID: string;
  QueuedOperationID: string;
  Action?: string;
  Result?: string;
  Status?: string;
  Message?: string;
  RevisionNum?: number;
  CreatedAt?: string;
  StartedAt?: string;
  TerminatedAt?: string;
  BridgeWorkerID?: string | null;
}

export interface ExtendedUnit {
  Unit: Unit;
  Space?: Space;
  Target?: Target;
  UpstreamUnit?: Unit;
  LatestUnitEvent?: UnitEvent;
  UnitStatus?: { Action?: string; Status?: string };
}

export interface QueuedOperation {
  QueuedOperationID: string;
  UnitID: string;
  SpaceID: string;
  Action?: string;
}

export interface Target extends Entity {
  TargetID: string;
  SpaceID: string;
  BridgeWorkerID: string;
  ProviderType: string;
  ToolchainType: string;
  Parameters?: string;
}

export interface ExtendedTarget {
  Target: Target;
  Space?: Space;
  BridgeWorker?: BridgeWorker;
}

export interface BridgeWorker extends Entity {
  BridgeWorkerID: string;
  SpaceID: string;
  Secret?: string;
  Condition?: string;
  LastMessage?: string;
  LastSeenAt?: string;
  IPAddress?: string;
}

export interface ExtendedBridgeWorker {
  BridgeWorker: BridgeWorker;
  Space?: Space;
}

export interface Link extends Entity {
  LinkID: string;
  SpaceID: string;
  FromUnitID: string;
  ToUnitID: string;
  ToSpaceID: string;
}

export interface ExtendedLink {
  Link: Link;
  Space?: Space;
  FromUnit?: Unit;
  ToUnit?: Unit;
  ToSpace?: Space;
}

export interface Revision {
  RevisionID: string;
  UnitID: string;
  SpaceID: string;
  OrganizationID: string;
  UserID?: string;
  RevisionNum: number;
  Source?: string;
  Description?: string;
  CreatedAt?: string;
  LiveAt?: string;
  Data?: string;
  ApplyGates?: Record<string, boolean> | null;
  ApplyWarnings?: Record<string, boolean> | null;
  MutationSources?: MutationSource[] | null;
}

export interface ExtendedRevision {
  Revision: Revision;
  User?: { Username?: string };
}

export interface FunctionArgument {
  ParameterName?: string;
  Value: unknown;
}

export interface Mutation {
  MutationID: string;
  UnitID: string;
  RevisionID: string;
  SpaceID: string;
  OrganizationID: string;
  MutationNum: number;
  RevisionNum?: number;
  LinkID?: string | null;
  TriggerID?: string | null;
  ProvidedPath?: string;
  ProvidedResource?: { ResourceName?: string };
  FunctionInvocation?: { FunctionName?: string; Arguments?: FunctionArgument[] | null };
}

export interface ExtendedMutation {
  Mutation: Mutation;
  Link?: Link;
  Trigger?: Trigger;
}

export interface Tag extends Entity {
  TagID: string;
  SpaceID: string;
}

export interface ExtendedTag {
  Tag: Tag;
  Space?: Space;
}

export interface Filter extends Entity {
  FilterID: string;
  SpaceID: string;
  From: string;
  FromSpaceID?: string | null;
  Where?: string;
  WhereData?: string;
  ResourceType?: string;
  Hash?: string;
}

export interface ExtendedFilter {
  Filter: Filter;
  Space?: Space;
  FromSpace?: Space;
}

export interface ChangeSet extends Entity {
  ChangeSetID: string;
  SpaceID: string;
  Description?: string;
  FilterID?: string | null;
  StartTagID?: string | null;
  EndTagID?: string | null;
}

export interface ExtendedChangeSet {
  ChangeSet: ChangeSet;
  Space?: Space;
  Filter?: Filter;
  StartTag?: Tag;
  EndTag?: Tag;
}

export interface Trigger extends Entity {
  TriggerID: string;
  SpaceID: string;
  Event: string;
  ToolchainType: string;
  FunctionName?: string;
  Arguments?: FunctionArgument[] | null;
  BridgeWorkerID?: string | null;
  Validating?: boolean;
  Disabled?: boolean;
  Enforced?: boolean;
  Warn?: boolean;
}

export interface ExtendedTrigger {
  Trigger: Trigger;
  Space?: Space;
  BridgeWorker?: BridgeWorker;
}

export interface UnitRow {
  Unit?: Unit;
  Error?: ResponseError;
}

export interface ActionRow {
  Action?: QueuedOperation;
  Error?: ResponseError;
}

export interface MessageRow {
  Message?: string;
  Error?: ResponseError;
}

export interface FunctionRow {
  UnitID: string;
  SpaceID: string;
  Success?: boolean;
  ConfigData?: string;
  Mutators?: number[] | null;
  Output?: string;
  OutputType?: string;
  Error?: ResponseError;
}

export interface User {
  UserID: string;
  Slug: string;
  Username?: string;
  DisplayName?: string;
  ExternalID?: string;
}

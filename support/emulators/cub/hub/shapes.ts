/**
 * The shape of each API entity as a command line prints it: its fields in order, each `Name:kind`, with `?` when it is left
 * out while empty. Kinds: s text, n number, b boolean, u id, U id or null, t time, m map, a list, * as it came;
 * a capital word is another shape, `[]Word` a list of it, `{}Word` a map of it. Names and order are those of the API
 * description (contract, section 4).
 */
export const SHAPES: Readonly<Record<string, string>> = {
  BridgeWorker: `
    Annotations?:m BridgeWorkerID:u Condition?:s CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s
    IPAddress?:s Labels?:m LastMessage?:s LastSeenAt:t OrganizationID:u ProvidedInfo?:* Secret?:s Slug:s
    SpaceID:u UpdatedAt:t UserID:U Version?:n`,
  ChangeSet: `
    Annotations?:m ChangeSetID:u CreatedAt:t CursorID?:n Description?:s DisplayName?:s EndTagID:U
    EntityType?:s FilterID:U Labels?:m OrganizationID:u Slug:s SpaceID:u StartTagID:U UpdatedAt:t
    Version?:n`,
  ErrorItem: `
    Description?:s Item?:s`,
  ErrorMetadata: `
    EntityID?:s EntityType?:s Items?:[]ErrorItem`,
  ExtendedBridgeWorker: `
    BridgeWorker?:BridgeWorker Error?:ResponseError Organization?:Organization Space?:Space
    TargetCount?:n`,
  ExtendedChangeSet: `
    ChangeSet?:ChangeSet EndTag?:Tag Error?:ResponseError Filter?:Filter Organization?:Organization
    Space?:Space StartTag?:Tag`,
  ExtendedFilter: `
    Error?:ResponseError Filter?:Filter FromSpace?:Space Organization?:Organization Space?:Space`,
  ExtendedLink: `
    Error?:ResponseError FromUnit?:Unit Link?:Link Organization?:Organization Space?:Space
    ToSpace?:Space ToUnit?:Unit`,
  ExtendedMutation: `
    Error?:ResponseError Invocation?:* Link?:Link Mutation?:Mutation Organization?:Organization
    Revision?:Revision Space?:Space Trigger?:Trigger Unit?:Unit`,
  ExtendedRelease: `
    Release?:Release`,
  ExtendedRevision: `
    Error?:ResponseError Organization?:Organization Revision?:Revision Space?:Space Unit?:Unit
    User?:User`,
  ExtendedSpace: `
    Error?:ResponseError GatedUnitCount?:n IncompleteApplyUnitCount?:n Organization?:Organization
    RecentChangeUnitCount?:n Space?:Space TargetCountByToolchainType:m TotalBridgeWorkerCount?:n
    TotalUnitCount?:n TriggerCountByEventType:m UnappliedUnitCount?:n UnapprovedUnitCount?:n
    UnlinkedUnitCount?:n UpgradableUnitCount?:n`,
  ExtendedTag: `
    Error?:ResponseError Organization?:Organization Space?:Space Tag?:Tag`,
  ExtendedTarget: `
    BridgeWorker?:BridgeWorker Error?:ResponseError Organization?:Organization Space?:Space
    Target?:Target`,
  ExtendedTrigger: `
    BridgeWorker?:BridgeWorker Error?:ResponseError Invocation?:* Organization?:Organization
    Space?:Space Trigger?:Trigger`,
  ExtendedUnit: `
    ApprovedBy?:[]User Error?:ResponseError HeadMutation?:Mutation HeadRevision?:Revision
    LastAppliedRevision?:Revision LatestUnitEvent?:UnitEvent LiveRevision?:Revision
    Organization?:Organization Set?:Set Space?:Space Target?:Target Unit?:Unit UnitStatus?:UnitStatus
    UpstreamSpace?:Space UpstreamUnit?:Unit`,
  Filter: `
    Annotations?:m CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s FilterID:u From:s FromSpaceID:U
    Hash?:s Labels?:m OrganizationID:u ResourceType?:s Slug:s SpaceID:u UpdatedAt:t Version?:n Where?:s
    WhereData?:s`,
  FunctionArgument: `
    ParameterName?:s Value?:*`,
  FunctionInvocation: `
    Arguments:[]FunctionArgument FunctionName?:s`,
  FunctionInvocationsResponse: `
    ConfigData?:s Error?:ResponseError Mutations:[]ResourceMutation Mutators:a OrganizationID:u
    Output?:s OutputType?:s RevisionID:u SpaceID:u Success?:b UnitID:u`,
  FunctionOutput: `
    Description?:s OutputType?:s ResultName?:s`,
  FunctionParameter: `
    DataType?:s Description?:s EnumValues?:a Example?:s Max:n Min:n ParameterName?:s Regexp?:s
    Required?:b`,
  FunctionSignature: `
    AffectedResourceTypes?:a AttributeName?:s Description?:s FunctionName?:s FunctionType?:s Hermetic?:b
    Idempotent?:b Mutating?:b OutputInfo?:FunctionOutput Parameters:[]FunctionParameter
    RequiredParameters?:n Validating?:b VarArgs?:b`,
  Link: `
    Annotations?:m CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s FromUnitID:u Labels?:m LinkID:u
    OrganizationID:u Slug:s SpaceID:u ToSpaceID:u ToUnitID:u UpdatedAt:t Version?:n`,
  LinkCreateOrUpdateResponse: `
    Error?:ResponseError Link?:Link`,
  Mutation: `
    CreatedAt:t CursorID?:n EntityType?:s FunctionInvocation?:FunctionInvocation InvocationID:U LinkID:U
    MutationID:u MutationNum?:n OrganizationID:u ProvidedPath?:s ProvidedResource?:ResourceInfo
    RestoredRevisionNum?:n RevisionID:u RevisionNum?:n SpaceID:u TriggerID:U UnitID:u UpdatedAt:t
    UpgradedFromUpstreamRevisionNum?:n Version?:n`,
  MutationInfo: `
    Index?:n MutationType?:s Predicate?:b Value?:s`,
  Organization: `
    Annotations?:m BillingAccountID:u CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s ExternalID?:s
    Labels?:m OrganizationID:u Slug:s UpdatedAt:t Version?:n`,
  QueuedOperation: `
    Action?:s BridgeWorkerID:u CreatedAt:t ExtraParams?:s OrganizationID:u QueuedOperationID:u
    RevisionNum?:n SpaceID:u Status?:s TargetID:u UnitID:u Version?:n`,
  Release: `
    CreatedAt:t Digest:s EntityType?:s OrganizationID:u Published?:b ReleaseID:u ReleaseNum?:n SpaceID:u
    TargetID:U Units:[]ReleasedUnit UpdatedAt:t UserID:U Version?:n`,
  ReleasedUnit: `
    RevisionNum?:n Slug:s UnitID:u`,
  ResourceInfo: `
    ResourceCategory?:s ResourceName?:s ResourceNameWithoutScope?:s ResourceType?:s`,
  ResourceMutation: `
    Aliases?:m AliasesWithoutScopes?:m PathMutationMap?:{}MutationInfo Resource?:ResourceInfo
    ResourceMutationInfo?:MutationInfo`,
  ResponseError: `
    Details?:a ErrorCategory?:s ErrorMetadata?:ErrorMetadata Message?:s Status?:n Type?:s`,
  Revision: `
    ApplyGates?:m ApplyWarnings?:m ApprovedBy?:a ContentHash?:n CreatedAt:t CursorID?:n Data?:s Description?:s
    EntityType?:s LiveAt:t MutationSources:[]ResourceMutation OrganizationID:u RevisionID:u
    RevisionNum?:n Source?:s SpaceID:u Tags?:m UnitID:u UpdatedAt:t UserAgent?:s UserID:u Version?:n`,
  Set: `
    Annotations?:m CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s Labels?:m OrganizationID:u
    SetID:u Slug:s SpaceID:u UpdatedAt:t Version?:n`,
  Space: `
    Annotations?:m CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s Labels?:m OrganizationID:u
    ReleaseTargetID?:U Slug:s SpaceID:u UpdatedAt:t Version?:n`,
  Tag: `
    Annotations?:m CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s Labels?:m OrganizationID:u
    Slug:s SpaceID:u TagID:u UpdatedAt:t Version?:n`,
  Target: `
    Annotations?:m BridgeWorkerID:u CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s Labels?:m
    OrganizationID:u Parameters?:s ProviderType:s Slug:s SpaceID:u TargetID:u ToolchainType:s
    UpdatedAt:t Version?:n`,
  Trigger: `
    Annotations?:m Arguments:[]FunctionArgument BridgeWorkerID:U CreatedAt:t CursorID?:n Disabled?:b
    DisplayName?:s Enforced?:b EntityType?:s Event:s FunctionName?:s InvocationID:U Labels?:m
    OrganizationID:u Slug:s SpaceID:u ToolchainType:s TriggerID:u UpdatedAt:t Validating?:b Version?:n
    Warn?:b`,
  Unit: `
    Annotations?:m ApplyGates?:m ApplyWarnings?:m ApprovedBy:a ChangeSetID?:U ContentHash?:n CreatedAt:t CursorID?:n
    Data?:s DisplayName?:s EntityType?:s HeadMutationNum?:n HeadRevisionNum?:n Labels?:m
    LastAppliedRevisionNum?:n LastChangeDescription?:s LastReleasedRevisionNum?:n LiveRevisionNum?:n LiveState?:s
    MutationSources:[]ResourceMutation OrganizationID:u Outputs?:s PreviousLiveRevisionNum?:n SetID:U
    Slug:s SpaceID:u TargetID:U ToolchainType:s UnitID:u UpdatedAt:t UpstreamOrganizationID:U
    UpstreamRevisionNum?:n UpstreamSpaceID:U UpstreamUnitID:U Version?:n`,
  UnitActionResponse: `
    Action?:QueuedOperation Error?:ResponseError`,
  UnitCreateOrUpdateResponse: `
    Error?:ResponseError Links?:[]LinkCreateOrUpdateResponse Unit?:Unit`,
  UnitEvent: `
    Action?:s BridgeWorkerID:U CreatedAt:t CursorID?:n EntityType?:s Message?:s OrganizationID:u
    QueuedOperationID:u Result?:s RevisionNum?:n SpaceID:u StartedAt:t Status?:s TerminatedAt:t
    UnitEventID:u UnitID:u UpdatedAt:t Version?:n`,
  UnitStatus: `
    Action?:s ActionResult?:s ActionStartedAt:t ActionTerminatedAt:t Drift?:s Status?:s`,
  User: `
    CreatedAt:t CursorID?:n DisplayName?:s EntityType?:s ExternalID?:s ProfilePictureURL?:s Slug:s
    UpdatedAt:t UserID:u Username?:s Version?:n`,
};

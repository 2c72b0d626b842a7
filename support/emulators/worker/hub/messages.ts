/** What hub and worker say to each other; config data and live state travel as base64. */

export type Action =
  | 'N/A'
  | 'Apply'
  | 'Destroy'
  | 'Refresh'
  | 'Import'
  | 'Finalize'
  | 'Heartbeat'
  | 'InvokeFunctions'
  | 'ListFunctions';

export type ActionStatus = 'None' | 'Progressing' | 'Completed' | 'Failed' | 'Canceled';

export type ActionOutcome =
  | 'None'
  | 'ApplyCompleted'
  | 'ApplyFailed'
  | 'ApplyWaitFailed'
  | 'DestroyCompleted'
  | 'DestroyFailed'
  | 'DestroyWaitFailed'
  | 'RefreshAndDrifted'
  | 'RefreshAndNoDrift'
  | 'RefreshFailed'
  | 'ImportCompleted'
  | 'ImportFailed'
  | 'FunctionInvocationFailed';

/** An operation on one unit, asked for by the hub. */
export interface UnitOperation {
  QueuedOperationID: string;
  UnitSlug: string;
  UnitID: string;
  SpaceID: string;
  RevisionNum: number;
  Data?: string;
  LiveState?: string;
  TargetParams?: string;
  ExtraParams?: string;
}

/** One event of the stream, as it stands behind `data: `. */
export type HubEvent =
  | { Event: 'WorkerEvent'; Data: { Action: Action; Payload: { Timestamp: number } } }
  | { Event: 'BridgeWorkerEvent'; Data: { Action: Action; Payload: UnitOperation } }
  | { Event: 'FunctionWorkerEvent'; Data: { Action: Action; Payload: FunctionRequest } };

export interface FunctionRequest {
  QueuedOperationID: string;
  InvocationRequest?: { UnitID?: string; SpaceID?: string; RevisionNum?: number };
}

/** How an operation goes, told to the hub. */
export interface ActionResult {
  UnitID: string;
  SpaceID: string;
  QueuedOperationID: string;
  RevisionNum: number;
  Action: Action;
  Result: ActionOutcome;
  Status: ActionStatus;
  Message: string;
  StartedAt: string;
  TerminatedAt?: string;
  Data?: string;
  LiveState?: string;
}

export interface Target {
  Name: string;
  Params: { KubeContext?: string; WaitTimeout: string };
}

export const nilUuid = '00000000-0000-0000-0000-000000000000';

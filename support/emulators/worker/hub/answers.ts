import { freemem } from 'node:os';
import { type Action, type ActionResult, type FunctionRequest, nilUuid } from './messages';

const littleMemory = 200 * 1024 * 1024;

/** The answer to a heartbeat; its message tells of too little memory. */
export function heartbeatAnswer(now: Date, free = freemem()): ActionResult {
  return {
    UnitID: nilUuid,
    SpaceID: nilUuid,
    QueuedOperationID: nilUuid,
    RevisionNum: 0,
    Action: 'Heartbeat',
    Result: 'None',
    Status: 'Completed',
    Message: free < littleMemory ? 'MemoryPressure' : '',
    StartedAt: now.toISOString(),
    TerminatedAt: now.toISOString(),
  };
}

/** The answer to a request to run functions, which the hub does itself. */
export function functionRefusal(
  action: Action,
  { QueuedOperationID, InvocationRequest }: FunctionRequest,
  now: Date,
): ActionResult {
  return {
    UnitID: InvocationRequest?.UnitID ?? nilUuid,
    SpaceID: InvocationRequest?.SpaceID ?? nilUuid,
    QueuedOperationID,
    RevisionNum: InvocationRequest?.RevisionNum ?? 0,
    Action: action,
    Result: 'FunctionInvocationFailed',
    Status: 'Failed',
    Message: 'this worker runs no functions',
    StartedAt: now.toISOString(),
    TerminatedAt: now.toISOString(),
  };
}

import { checkValue, decodeBase64, describe } from '../entities/check-value';
import { badRequest } from '../errors/api-error';

const STATUSES = [
  'None',
  'Pending',
  'Submitted',
  'Progressing',
  'Completed',
  'Failed',
  'Canceled',
  'Aborted',
];
const ACTIONS = [
  'N/A',
  'Apply',
  'Destroy',
  'Refresh',
  'Import',
  'Finalize',
  'Heartbeat',
  'InvokeFunctions',
  'ListFunctions',
];
const FIELDS = [
  ...['UnitID', 'SpaceID', 'QueuedOperationID', 'RevisionNum', 'Action', 'Result', 'Status', 'Message'],
  ...['StartedAt', 'TerminatedAt', 'Data', 'LiveState', 'Outputs'],
];

/** What a worker reports of an operation, or of itself (contract 7.4). Payloads are text. */
export interface ActionResult {
  QueuedOperationID: string;
  Action: string;
  Status: string;
  Result: string;
  Message: string;
  StartedAt?: string;
  TerminatedAt: string | null;
  Data?: string;
  LiveState?: string;
  Outputs?: string;
}

/** Reads a report. @throws ApiError 400 that names what is wrong with it */
export function readResult(body: unknown): ActionResult {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest(`the body must be an ActionResult, not ${describe(body)}`);
  const values = body as Record<string, unknown>;
  for (const name of Object.keys(values))
    if (!FIELDS.includes(name)) throw badRequest(`unknown field ${describe(name)} of ActionResult`);
  const payload = (name: string) =>
    values[name] ? decodeBase64(values[name], `ActionResult.${name}`) : undefined;
  const time = (name: string) =>
    values[name] ? (checkValue('time', values[name], `ActionResult.${name}`) as string) : undefined;
  return {
    QueuedOperationID: checkValue(
      'uuid',
      values.QueuedOperationID ?? '',
      'ActionResult.QueuedOperationID',
    ) as string,
    Action: oneOf('Action', values.Action, ACTIONS),
    Status: oneOf('Status', values.Status, STATUSES),
    Result: checkValue('text', values.Result || 'None', 'ActionResult.Result') as string,
    Message: checkValue('text', values.Message ?? '', 'ActionResult.Message') as string,
    StartedAt: time('StartedAt'),
    TerminatedAt: time('TerminatedAt') ?? null,
    Data: payload('Data'),
    LiveState: payload('LiveState'),
    Outputs: payload('Outputs'),
  };
}

function oneOf(name: string, value: unknown, known: string[]): string {
  if (typeof value !== 'string' || !known.includes(value))
    throw badRequest(`ActionResult.${name} must be one of ${known.join(', ')}, not ${describe(value)}`);
  return value;
}

import { type Exchange, type Interception, path } from '../interceptor/exchange';
import type { Server } from '../server';
import { before } from './on';

/** What the hub asks of a worker for one unit; config data is base64. */
export interface Task {
  QueuedOperationID: string;
  UnitSlug: string;
  UnitID: string;
  SpaceID: string;
  RevisionNum: number;
  Data: string;
}

/** What a worker reports of a task. */
export interface Report {
  QueuedOperationID: string;
  UnitID: string;
  SpaceID: string;
  RevisionNum: number;
  Action: string;
  Status: string;
  Result: string;
  Message: string;
  StartedAt: string;
  TerminatedAt?: string;
}

const PREFIX = 'data: ';

interface Event {
  Event: string;
  Data: { Action: string; Payload: Task };
}

/** Sees each task to apply a unit on its way to the worker; gives the tasks that arrive in its place. */
export function onTask(alter: (task: Task, exchange: Exchange) => Task[]): Interception {
  return {
    line(exchange, line) {
      if (!path(exchange).startsWith('/api/bridge_worker/') || !line.startsWith(PREFIX)) return [line];
      const event = JSON.parse(line.slice(PREFIX.length)) as Event;
      if (event.Event !== 'BridgeWorkerEvent' || event.Data.Action !== 'Apply') return [line];
      return alter(event.Data.Payload, exchange).map((Payload) =>
        Payload === event.Data.Payload
          ? line
          : `${PREFIX}${JSON.stringify({ ...event, Data: { Action: 'Apply', Payload } })}`,
      );
    },
  };
}

/** Sees each report of an apply on its way to the hub; gives what the hub is told in its place. */
export function onReport(alter: (report: Report) => Report): Interception {
  return before('POST', '/api/bridge_worker/*/action_result', (exchange) => {
    const report = JSON.parse(exchange.body) as Report;
    if (report.Action === 'Apply') exchange.body = JSON.stringify(alter(report));
  });
}

/** A report as it looks when all went well. */
export function asSuccess(report: Report): Report {
  return {
    ...report,
    Status: 'Completed',
    Result: 'ApplyCompleted',
    Message: 'Applied',
    TerminatedAt: report.StartedAt,
  };
}

/** Tells the hub, in the worker's name, that a task is done. */
export async function reportDone(server: Server, exchange: Exchange, task: Task): Promise<void> {
  const { QueuedOperationID, UnitID, SpaceID, RevisionNum } = task;
  const StartedAt = new Date().toISOString();
  const begun = { QueuedOperationID, UnitID, SpaceID, RevisionNum, StartedAt };
  const report = asSuccess({ ...begun, Action: 'Apply', Status: '', Result: '', Message: '' });
  await server.ask(exchange, 'POST', path(exchange).replace(/stream$/, 'action_result'), report);
}

import type { Hub } from '../hub';
import { numberKey } from '../store/tables';
import { addEvent } from '../unit-events/add-event';
import type { QueuedOperation } from './model';

/**
 * Sends operations to their workers, once they are on disk. Without a connection an operation stays queued.
 */
export async function sendWhenDurable(hub: Hub, operations: QueuedOperation[]): Promise<void> {
  await hub.database.durable();
  for (const { QueuedOperationID } of operations) {
    const waiting = hub.database.tables.operations.get(QueuedOperationID)?.Status === 'Pending';
    if (waiting) send(hub, QueuedOperationID);
  }
}

/** Sends what a worker has not finished, oldest first: what waited for it, and what it was at when it went away. */
export function resendOpen(hub: Hub, workerId: string): void {
  const open = hub.database.tables.operations.by('open', workerId);
  for (const operation of open) send(hub, operation.QueuedOperationID);
}

function send(hub: Hub, id: string): void {
  const operation = hub.database.tables.operations.get(id);
  const stream = operation && hub.presence.streamOf(operation.BridgeWorkerID);
  const event = operation && stream && eventOf(hub, operation);
  if (!event) return;
  stream.send(`data: ${JSON.stringify(event)}\n`);
  if (operation.Status !== 'Pending') return;
  hub.database.transact(() => {
    hub.database.put('operations', { ...operation, Status: 'Submitted', Version: operation.Version + 1 });
    addEvent(hub, operation, { Status: 'Submitted', Result: 'None', Message: 'Sent to the worker' });
  });
}

/** The event as the worker reads it (contract 7.3); undefined when the unit or its target is gone. */
function eventOf(hub: Hub, operation: QueuedOperation): object | undefined {
  const { targets, units, revisions } = hub.database.tables;
  const unit = units.get(operation.UnitID);
  const target = targets.get(operation.TargetID);
  const [revision] = revisions.by('number', numberKey(operation.UnitID, operation.RevisionNum));
  if (!unit || !target || !revision) return undefined;
  const Payload = {
    QueuedOperationID: operation.QueuedOperationID,
    ToolchainType: target.ToolchainType,
    ProviderType: target.ProviderType,
    UnitSlug: unit.Slug,
    UnitID: unit.UnitID,
    SpaceID: unit.SpaceID,
    Data: base64(revision.Data),
    LiveState: base64(unit.LiveState),
    TargetParams: base64(target.Parameters),
    ExtraParams: base64(operation.ExtraParams),
    RevisionNum: operation.RevisionNum,
  };
  return { Event: 'BridgeWorkerEvent', Data: { Action: operation.Action, Payload } };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

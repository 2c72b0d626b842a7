import type { Hub } from '../hub';
import type { QueuedOperation } from '../operations/model';
import type { UnitEvent } from './model';

/** What is reported of an operation. */
export type Report = Pick<UnitEvent, 'Status' | 'Result' | 'Message'> &
  Partial<Pick<UnitEvent, 'StartedAt' | 'TerminatedAt'>>;

/** Adds one row to the history of a unit's operations; it becomes the unit's latest. Inside a transaction. */
export function addEvent(hub: Hub, operation: QueuedOperation, report: Report): void {
  const now = hub.now();
  const event: UnitEvent = {
    OrganizationID: operation.OrganizationID,
    CreatedAt: now,
    UpdatedAt: now,
    Version: 1,
    UnitEventID: hub.ids(),
    SpaceID: operation.SpaceID,
    UnitID: operation.UnitID,
    BridgeWorkerID: operation.BridgeWorkerID,
    QueuedOperationID: operation.QueuedOperationID,
    Action: operation.Action,
    RevisionNum: operation.RevisionNum,
    StartedAt: operation.CreatedAt,
    TerminatedAt: null,
    ...report,
  };
  hub.database.put('events', event);
  const unit = hub.database.tables.units.get(operation.UnitID);
  if (unit) hub.database.put('units', { ...unit, LatestUnitEventID: event.UnitEventID, LastActionAt: now });
}

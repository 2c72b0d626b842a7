import { notFound } from '../errors/api-error';
import { diffConfig, markLocal } from '../merge/index';
import type { Call } from '../routing/route';
import { isOpen, numberKey } from '../store/tables';
import { addEvent } from '../unit-events/add-event';
import { changeUnit, nextMutation } from '../units/change-unit';
import { checkData } from '../units/check-data';
import type { Unit } from '../units/model';
import type { BridgeWorker } from '../workers/model';
import type { QueuedOperation } from './model';
import { type ActionResult, readResult } from './result-body';

/**
 * Takes a worker's report: a unit event, and what a finished operation means for the unit. A report about an
 * operation that is over already (a worker may tell things twice) changes nothing.
 */
export function receiveResult(call: Call, worker: BridgeWorker): string {
  const result = readResult(call.body);
  call.hub.presence.saw(
    worker.BridgeWorkerID,
    call.hub.now(),
    result.Action === 'Heartbeat' ? result.Message : undefined,
  );
  if (result.Action === 'Heartbeat') return 'ok';
  const operation = call.hub.database.tables.operations.get(result.QueuedOperationID);
  if (!operation || operation.BridgeWorkerID !== worker.BridgeWorkerID)
    throw notFound(`this worker has no operation ${result.QueuedOperationID}`);
  if (isOpen(operation.Status)) call.hub.database.transact(() => take(call, operation, result));
  return 'ok';
}

function take(call: Call, operation: QueuedOperation, result: ActionResult): void {
  const { database, now } = call.hub;
  const updated = { ...operation, Status: result.Status, UpdatedAt: now(), Version: operation.Version + 1 };
  database.put('operations', updated);
  const { Status, Result, Message, StartedAt, TerminatedAt } = result;
  const ended = isOpen(Status) ? null : (TerminatedAt ?? now());
  addEvent(call.hub, operation, {
    Status,
    Result,
    Message,
    TerminatedAt: ended,
    ...(StartedAt && { StartedAt }),
  });
  const unit = database.tables.units.get(operation.UnitID);
  if (unit && Status === 'Completed') complete(call, unit, operation, result);
}

function complete(call: Call, unit: Unit, operation: QueuedOperation, result: ActionResult): void {
  if (operation.Action === 'Apply') completeApply(call, unit, operation, result);
  else if (operation.Action === 'Destroy') completeDestroy(call, unit);
  else if (result.Result === 'RefreshAndDrifted' && result.Data)
    takeDrift(call, unit, result.Data, result.LiveState);
}

function completeApply(call: Call, unit: Unit, operation: QueuedOperation, result: ActionResult): void {
  const { database } = call.hub;
  const live = operation.RevisionNum;
  const previous = unit.LiveRevisionNum === live ? unit.PreviousLiveRevisionNum : unit.LiveRevisionNum;
  database.put('units', {
    ...unit,
    LiveRevisionNum: live,
    PreviousLiveRevisionNum: previous,
    LiveState: result.LiveState ?? unit.LiveState,
    Outputs: result.Outputs ?? unit.Outputs,
  });
  const [revision] = database.tables.revisions.by('number', numberKey(unit.UnitID, live));
  if (revision) database.put('revisions', { ...revision, LiveAt: call.hub.now() });
}

function completeDestroy(call: Call, unit: Unit): void {
  call.hub.database.put('units', {
    ...unit,
    LiveRevisionNum: 0,
    LastAppliedRevisionNum: 0,
    PreviousLiveRevisionNum: unit.LiveRevisionNum,
    LiveState: '',
  });
}

function takeDrift(call: Call, unit: Unit, data: string, liveState: string | undefined): void {
  if (data === unit.Data) return;
  checkData(unit.Slug, data);
  const change = { data, mutations: markLocal(diffConfig(unit.Data, data, nextMutation(unit))), cause: {} };
  const telling = { source: 'RefreshUnit', description: 'Drift found by refresh', automatic: true };
  changeUnit(call, { ...unit, LiveState: liveState ?? unit.LiveState }, [change], telling);
}

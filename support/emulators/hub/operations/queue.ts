import { newEntity } from '../entities/make';
import { badRequest } from '../errors/api-error';
import { selectRevision } from '../revisions/select-revision';
import type { Call } from '../routing/route';
import { addEvent } from '../unit-events/add-event';
import { closedGates } from '../units/closed-gates';
import type { Unit } from '../units/model';
import type { Action, QueuedOperation } from './model';

/** Queues the apply of a unit's head, or of a named revision. Inside a transaction. @throws ApiError 400 */
export function queueApply(call: Call, unit: Unit, selector: string | undefined): QueuedOperation {
  if (selector?.startsWith('Before:'))
    throw badRequest("'Before:' modifier is not supported for apply operations");
  const changeSet = unit.ChangeSetID ? call.hub.database.tables.changeSets.get(unit.ChangeSetID) : undefined;
  if (changeSet && !selector)
    throw badRequest(
      `unit ${unit.Slug} is in the open change set ${changeSet.Slug}; close it or name a revision to apply`,
    );
  const revision = selectRevision(call, unit, selector ?? String(unit.HeadRevisionNum));
  const gates = closedGates(unit, revision);
  if (gates.length > 0)
    throw badRequest(`unit ${unit.Slug} cannot be applied: ${gates.join(', ')} did not pass`);
  if (revision.Data === '') throw badRequest(`unit ${unit.Slug} has no config data to apply`);
  return queue(
    call,
    { ...unit, LastAppliedRevisionNum: revision.RevisionNum },
    'Apply',
    revision.RevisionNum,
  );
}

/** Queues the removal of what was applied. Inside a transaction. @throws ApiError 400 */
export function queueDestroy(call: Call, unit: Unit): QueuedOperation {
  return queue(call, unit, 'Destroy', appliedRevision(unit, 'destroy'));
}

/** Queues a look at the cluster for drift. Inside a transaction. @throws ApiError 400 */
export function queueRefresh(call: Call, unit: Unit): QueuedOperation {
  return queue(call, unit, 'Refresh', appliedRevision(unit, 'refresh'));
}

function appliedRevision(unit: Unit, verb: string): number {
  if (unit.LastAppliedRevisionNum === 0)
    throw badRequest(`unit ${unit.Slug} was never applied; there is nothing to ${verb}`);
  return unit.LiveRevisionNum || unit.LastAppliedRevisionNum;
}

function queue(call: Call, unit: Unit, action: Action, revisionNum: number): QueuedOperation {
  if (!unit.TargetID) throw badRequest(`unit ${unit.Slug} has no target; set one with "cub unit set-target"`);
  const target = call.hub.database.tables.targets.get(unit.TargetID);
  if (!target) throw badRequest(`the target of unit ${unit.Slug} does not exist any more`);
  const operation: QueuedOperation = {
    ...newEntity(call),
    QueuedOperationID: call.hub.ids(),
    SpaceID: unit.SpaceID,
    UnitID: unit.UnitID,
    BridgeWorkerID: target.BridgeWorkerID,
    TargetID: target.TargetID,
    Action: action,
    RevisionNum: revisionNum,
    Status: 'Pending',
    ExtraParams: '',
  };
  call.hub.database.put('units', unit);
  call.hub.database.put('operations', operation);
  addEvent(call.hub, operation, { Status: 'Pending', Result: 'None', Message: 'Waiting for the worker' });
  return operation;
}

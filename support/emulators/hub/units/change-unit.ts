import { contentHash } from '../config-data/index';
import { NIL_UUID, ZERO_TIME } from '../entities/entity';
import { newEntity, touched } from '../entities/make';
import { accumulate } from '../merge/index';
import type { ResourceMutation } from '../merge/model';
import type { Mutation } from '../mutations/model';
import type { Revision } from '../revisions/model';
import type { Call } from '../routing/route';
import { runTriggers } from '../triggers/run-triggers';
import type { TriggerEvent } from '../triggers/triggers-of';
import { resolveLinksTo, resolveOwnLinks } from '../unit-links/resolve';
import type { Unit } from './model';

/** What caused a change; goes into the mutation's record. */
export type Cause = Partial<
  Pick<
    Mutation,
    'FunctionInvocation' | 'TriggerID' | 'LinkID' | 'UpgradedFromUpstreamRevisionNum' | 'RestoredRevisionNum'
  >
>;

/** One change of a unit's data. `mutations` are numbered with the unit's next mutation number. */
export interface Change {
  data: string;
  mutations: ResourceMutation[];
  /** Sources that replace the accumulated ones (restore, clone). */
  sources?: ResourceMutation[];
  cause: Cause;
}

/** How the new revision is told in the history. `automatic` changes have no user. */
export interface Telling {
  source: string;
  description: string;
  automatic?: boolean;
  /** What triggers may wait for beside the change. */
  event?: 'PostClone';
}

/** The number that the unit's next mutation will have. */
export function nextMutation(unit: Unit): number {
  return unit.HeadMutationNum + 1;
}

/**
 * Makes a new head revision: the change, what the unit's links fill in, what triggers make of it. Units that link to
 * this one are resolved again. Inside a transaction.
 * @returns the unit as it was stored
 */
export function changeUnit(
  call: Call,
  unit: Unit,
  changes: Change[],
  telling: Telling,
  visited = new Set<string>(),
): Unit {
  const number = unit.HeadRevisionNum + 1;
  const revisionId = call.hub.ids();
  let next: Unit = touched<Unit>(call, {
    ...unit,
    HeadRevisionNum: number,
    ApprovedBy: [],
    LastChangeDescription: telling.description,
  });
  for (const change of changes) next = record(call, next, change, revisionId);
  next = resolveOwnLinks(call, next, (current, change) => record(call, current, change, revisionId));
  const events: TriggerEvent[] = ['Mutation', ...(telling.event ? [telling.event] : [])];
  next = runTriggers(call, next, events, (current, change) => record(call, current, change, revisionId));
  call.hub.database.put('units', next);
  call.hub.database.put('revisions', revisionOf(call, next, revisionId, telling));
  resolveLinksTo(call, next, visited.add(next.UnitID));
  return next;
}

function record(call: Call, unit: Unit, change: Change, revisionId: string): Unit {
  const number = nextMutation(unit);
  call.hub.database.put('mutations', {
    ...newEntity(call),
    MutationID: call.hub.ids(),
    SpaceID: unit.SpaceID,
    UnitID: unit.UnitID,
    MutationNum: number,
    RevisionID: revisionId,
    RevisionNum: unit.HeadRevisionNum,
    FunctionInvocation: null,
    TriggerID: null,
    LinkID: null,
    UpgradedFromUpstreamRevisionNum: 0,
    RestoredRevisionNum: 0,
    ...change.cause,
  });
  return {
    ...unit,
    Data: change.data,
    ContentHash: contentHash(change.data),
    HeadMutationNum: number,
    MutationSources: change.sources ?? accumulate(unit.MutationSources, change.mutations),
  };
}

function revisionOf(call: Call, unit: Unit, revisionId: string, telling: Telling): Revision {
  return {
    ...newEntity(call),
    RevisionID: revisionId,
    SpaceID: unit.SpaceID,
    UnitID: unit.UnitID,
    RevisionNum: unit.HeadRevisionNum,
    Data: unit.Data,
    ContentHash: unit.ContentHash,
    Description: telling.description,
    Source: telling.source,
    Tags: {},
    ApplyGates: unit.ApplyGates,
    ApplyWarnings: unit.ApplyWarnings,
    ApprovedBy: [],
    LiveAt: ZERO_TIME,
    UserID: telling.automatic ? NIL_UUID : call.caller.user.UserID,
    UserAgent: telling.automatic ? '' : call.userAgent,
    MutationSources: unit.MutationSources,
  };
}

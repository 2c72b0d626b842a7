import { createHash } from 'node:crypto';
import { slugOf } from '../change-sets/lock';
import { newEntity } from '../entities/make';
import { badRequest } from '../errors/api-error';
import { findMarked } from '../revisions/select-revision';
import type { Call } from '../routing/route';
import type { Space } from '../spaces/model';
import { numberKey } from '../store/tables';
import { closedGates } from '../units/closed-gates';
import type { Unit } from '../units/model';
import { latestRelease } from './latest';
import type { Release, ReleasedUnit } from './model';

/**
 * Makes a bundle of the units of a space that go to its release target: of their heads, or of what `selector` marks in
 * them (`ChangeSet:…` or `Tag:…`; a unit in which it marks nothing goes with its head). Inside a transaction.
 *
 * @throws ApiError 400 without a release target, while a gate is closed or a change set open, and when the bundle would
 *   hold the very revisions that the latest one holds
 */
export function publish(call: Call, space: Space, selector: string | undefined): Release {
  const { database, ids } = call.hub;
  const TargetID = space.ReleaseTargetID;
  if (!TargetID)
    throw badRequest(
      `space ${space.Slug} has no release target; set one with "cub space update ${space.Slug} --release-target TARGET"`,
    );
  refuseOtherThanMarks(selector);
  const latest = latestRelease(call.hub, space.SpaceID);
  const units = unitsFor(call, space, TargetID);
  if (units.length === 0 && !latest)
    throw badRequest(
      `space ${space.Slug} has no unit to release: none has its release target; give units that target first`,
    );
  const Units = units.map((unit) => released(call, unit, selector));
  if (latest && latest.TargetID === TargetID && sameRevisions(latest.Units, Units))
    throw badRequest(`space ${space.Slug}: no changes were made since :latest bundle`);
  const release: Release = {
    ...newEntity(call),
    ReleaseID: ids(),
    SpaceID: space.SpaceID,
    ReleaseNum: (latest?.ReleaseNum ?? 0) + 1,
    TargetID,
    UserID: call.caller.user.UserID,
    Digest: digestOf(Units),
    Units,
  };
  database.put('releases', release);
  for (const [at, unit] of units.entries())
    database.put('units', { ...unit, LastReleasedRevisionNum: Units[at]?.RevisionNum ?? 0 });
  return release;
}

/** A number or a revision's id means something else in each unit. */
function refuseOtherThanMarks(selector: string | undefined): void {
  if (selector === undefined || /^(ChangeSet|Tag):/.test(selector)) return;
  throw badRequest(`"${selector}" does not select the revisions of a release: use ChangeSet:… or Tag:…`);
}

function unitsFor(call: Call, space: Space, target: string): Unit[] {
  const units = call.hub.database.tables.units.by('space', space.SpaceID);
  return units.filter(({ TargetID }) => TargetID === target).sort((a, b) => (a.Slug < b.Slug ? -1 : 1));
}

function released(call: Call, unit: Unit, selector: string | undefined): ReleasedUnit {
  const marked = selector ? findMarked(call, unit, selector) : undefined;
  if (unit.ChangeSetID && !marked)
    throw badRequest(
      `unit ${unit.Slug} is in the open change set ${slugOf(call, unit.ChangeSetID)}; close it or name a revision to release`,
    );
  const { revisions } = call.hub.database.tables;
  const [head] = revisions.by('number', numberKey(unit.UnitID, unit.HeadRevisionNum));
  const revision = marked ?? head;
  if (!revision?.Data) throw badRequest(`unit ${unit.Slug} has no config data to release`);
  const gates = closedGates(unit, revision);
  if (gates.length > 0)
    throw badRequest(`unit ${unit.Slug} cannot be released: ${gates.join(', ')} did not pass`);
  return { UnitID: unit.UnitID, Slug: unit.Slug, RevisionNum: revision.RevisionNum, Data: revision.Data };
}

function sameRevisions(some: ReleasedUnit[], others: ReleasedUnit[]): boolean {
  const names = (units: ReleasedUnit[]) =>
    units.map(({ UnitID, RevisionNum }) => `${UnitID} ${RevisionNum}`).join();
  return names(some) === names(others);
}

function digestOf(units: ReleasedUnit[]): string {
  const hash = createHash('sha256');
  for (const { Slug, Data } of units) hash.update(JSON.stringify([Slug, Data]));
  return `sha256:${hash.digest('hex')}`;
}

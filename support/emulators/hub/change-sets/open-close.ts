import { newResident, touched } from '../entities/make';
import { badRequest } from '../errors/api-error';
import type { Revision } from '../revisions/model';
import type { Call } from '../routing/route';
import { nameKey, numberKey } from '../store/tables';
import { changeUnit } from '../units/change-unit';
import type { Unit } from '../units/model';
import { slugOf } from './lock';
import type { ChangeSet } from './model';

type End = 'StartTagID' | 'EndTagID';

/**
 * Puts a unit into a change set and so locks it. The first time, a new revision with the same data carries the start
 * tag; what came before it is `Before:ChangeSet:…`. Inside a transaction.
 * @throws ApiError 400 when there is no such change set or the unit is in another one
 */
export function openChangeSet(call: Call, unit: Unit, id: string): Unit {
  if (unit.ChangeSetID === id) return unit;
  if (unit.ChangeSetID)
    throw badRequest(
      `unit ${unit.Slug} is already in the open change set ${slugOf(call, unit.ChangeSetID)}; close that first`,
    );
  const changeSet = call.hub.database.tables.changeSets.get(id);
  if (!changeSet || changeSet.OrganizationID !== unit.OrganizationID)
    throw badRequest(`change set ${id} does not exist`);
  const tag = ensureTag(call, changeSet, 'StartTagID');
  const locked = { ...unit, ChangeSetID: id };
  if (revisionsWith(call, unit, tag).length > 0) return locked;
  const telling = { source: 'OpenChangeSet', description: `Opened change set ${slugOf(call, id)}` };
  const opened = changeUnit(call, locked, [], telling);
  setTag(call, opened, tag);
  return opened;
}

/** Takes a unit out of its change set: its head carries the end tag, the lock is gone. Inside a transaction. */
export function closeChangeSet(call: Call, unit: Unit): Unit {
  const changeSet = unit.ChangeSetID && call.hub.database.tables.changeSets.get(unit.ChangeSetID);
  if (changeSet) setTag(call, unit, ensureTag(call, changeSet, 'EndTagID'));
  return { ...unit, ChangeSetID: null };
}

/** Attaches a tag to one revision of a unit (the head, if none is given) and takes it off the others. */
export function setTag(call: Call, unit: Unit, tag: string, revisionNum = unit.HeadRevisionNum): void {
  const [revision] = call.hub.database.tables.revisions.by('number', numberKey(unit.UnitID, revisionNum));
  for (const other of revisionsWith(call, unit, tag)) {
    const { [tag]: _, ...Tags } = other.Tags;
    call.hub.database.put('revisions', touched<Revision>(call, { ...other, Tags }));
  }
  if (revision)
    call.hub.database.put(
      'revisions',
      touched<Revision>(call, { ...revision, Tags: { ...revision.Tags, [tag]: '' } }),
    );
}

function revisionsWith(call: Call, unit: Unit, tag: string): Revision[] {
  const revisions = call.hub.database.tables.revisions.by('unit', unit.UnitID);
  return revisions.filter((revision) => Object.hasOwn(revision.Tags, tag));
}

/** The tag that marks one end of a change set; made when it is first needed and none was given. */
function ensureTag(call: Call, changeSet: ChangeSet, end: End): string {
  const current = call.hub.database.tables.changeSets.get(changeSet.ChangeSetID) ?? changeSet;
  const existing = current[end];
  if (existing) return existing;
  const space = call.hub.database.tables.spaces.get(changeSet.SpaceID);
  if (!space) throw badRequest(`the space of change set ${changeSet.Slug} is gone`);
  const TagID = call.hub.ids();
  const Slug = freeSlug(call, space.SpaceID, `${changeSet.Slug}-${end === 'StartTagID' ? 'start' : 'end'}`);
  call.hub.database.put('tags', { ...newResident(call, 'Tag', { Slug }, space), TagID });
  call.hub.database.put('changeSets', touched<ChangeSet>(call, { ...current, [end]: TagID }));
  return TagID;
}

function freeSlug(call: Call, spaceId: string, wanted: string): string {
  const { tags } = call.hub.database.tables;
  let slug = wanted;
  for (let number = 2; tags.count('slug', nameKey(spaceId, slug)) > 0; number++) slug = `${wanted}-${number}`;
  return slug;
}

import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import type { Link } from '../unit-links/model';
import type { Unit } from '../units/model';
import type { Space } from './model';

const RESIDENTS = [
  'links',
  'units',
  'targets',
  'workers',
  'changeSets',
  'tags',
  'filters',
  'triggers',
] as const;

/**
 * Deletes a space. One that is not empty is refused, unless `recursive`; and even then when units of other spaces
 * were cloned from it or link into it, or when its units are live, unless `recursive_force` or `detach`.
 * @throws ApiError 400
 */
export function deleteSpace(call: Call, space: Space): object {
  const force = call.query.flag('recursive_force') || call.query.flag('detach');
  if (!force && !call.query.flag('recursive')) refuseUnlessEmpty(call, space);
  if (!force) refuseWhileNeeded(call, space);
  return call.hub.database.transact(() => {
    detachOthers(call, space);
    for (const unit of unitsOf(call, space)) removeHistory(call, unit.UnitID);
    for (const name of RESIDENTS) {
      const table = call.hub.database.tables[name];
      for (const row of table.by('space', space.SpaceID))
        call.hub.database.remove(name, table.idOf(row as never));
    }
    for (const { ReleaseID } of call.hub.database.tables.releases.by('space', space.SpaceID))
      call.hub.database.remove('releases', ReleaseID);
    call.hub.database.remove('spaces', space.SpaceID);
    return { Message: `space ${space.Slug} deleted` };
  });
}

function unitsOf(call: Call, space: Space): Unit[] {
  return call.hub.database.tables.units.by('space', space.SpaceID);
}

function refuseUnlessEmpty(call: Call, space: Space): void {
  const { tables } = call.hub.database;
  const left = RESIDENTS.map((name) => [tables[name].count('space', space.SpaceID), WORDS[name]] as const);
  const held = left
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`);
  if (held.length > 0)
    throw badRequest(`space ${space.Slug} is not empty: it has ${held.join(', ')}; delete these first`);
}

const WORDS: Record<(typeof RESIDENTS)[number], string> = {
  links: 'link',
  units: 'unit',
  targets: 'target',
  workers: 'worker',
  changeSets: 'change set',
  tags: 'tag',
  filters: 'filter',
  triggers: 'trigger',
};

function refuseWhileNeeded(call: Call, space: Space): void {
  for (const unit of unitsOf(call, space)) {
    const [clone] = clonesElsewhere(call, unit);
    if (clone)
      throw badRequest(
        `unit ${unit.Slug} of space ${space.Slug} is the upstream of ${clone.Slug} in another space; delete that first`,
      );
    const [link] = linksElsewhere(call, unit);
    if (link)
      throw badRequest(
        `unit ${unit.Slug} of space ${space.Slug} is linked to by ${link.Slug} of another space; delete that first`,
      );
    if (unit.LiveRevisionNum > 0)
      throw badRequest(`unit ${unit.Slug} of space ${space.Slug} is live; destroy it first`);
  }
}

function detachOthers(call: Call, space: Space): void {
  for (const unit of unitsOf(call, space)) {
    for (const clone of clonesElsewhere(call, unit))
      call.hub.database.put('units', {
        ...clone,
        UpstreamUnitID: null,
        UpstreamSpaceID: null,
        UpstreamOrganizationID: null,
        UpstreamRevisionNum: 0,
      });
    for (const link of linksElsewhere(call, unit)) call.hub.database.remove('links', link.LinkID);
  }
  const { tables } = call.hub.database;
  for (const target of tables.targets.by('space', space.SpaceID)) {
    for (const other of tables.spaces.by('releaseTarget', target.TargetID))
      if (other.SpaceID !== space.SpaceID)
        call.hub.database.put('spaces', { ...other, ReleaseTargetID: null });
    for (const unit of tables.units.by('target', target.TargetID))
      if (unit.SpaceID !== space.SpaceID) call.hub.database.put('units', { ...unit, TargetID: null });
  }
}

function clonesElsewhere(call: Call, unit: Unit): Unit[] {
  const clones = call.hub.database.tables.units.by('upstream', unit.UnitID);
  return clones.filter((clone) => clone.SpaceID !== unit.SpaceID);
}

function linksElsewhere(call: Call, unit: Unit): Link[] {
  const links = call.hub.database.tables.links.by('to', unit.UnitID);
  return links.filter((link) => link.SpaceID !== unit.SpaceID);
}

/** Removes all that belongs to one unit: its revisions, mutations, operations and events. */
export function removeHistory(call: Call, unitId: string): void {
  const { tables } = call.hub.database;
  for (const name of ['revisions', 'mutations', 'operations', 'events'] as const) {
    const table = tables[name];
    for (const row of table.by('unit', unitId)) call.hub.database.remove(name, table.idOf(row as never));
  }
}

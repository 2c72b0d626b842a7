import { resolveLink } from '../links/index';
import { markLocal } from '../merge/index';
import type { Call } from '../routing/route';
import { numberKey } from '../store/tables';
import { type Change, changeUnit, nextMutation } from '../units/change-unit';
import type { Unit } from '../units/model';
import type { Link } from './model';

type Record = (unit: Unit, change: Change) => Unit;

/** Fills what a unit's own links provide into data that just changed. */
export function resolveOwnLinks(call: Call, unit: Unit, record: Record): Unit {
  let current = unit;
  for (const link of call.hub.database.tables.links.by('from', unit.UnitID)) {
    const change = resolution(call, current, link);
    if (change) current = record(current, change);
  }
  return current;
}

/** Resolves every link to a unit again, after its data changed. Each unit that changes gets a new revision. */
export function resolveLinksTo(call: Call, unit: Unit, visited: Set<string>): void {
  for (const link of call.hub.database.tables.links.by('to', unit.UnitID)) resolveOne(call, link, visited);
}

/** Resolves one link; the from-unit gets a new revision when that changes its data. Inside a transaction. */
export function resolveOne(call: Call, link: Link, visited = new Set<string>()): void {
  const unit = call.hub.database.tables.units.get(link.FromUnitID);
  if (!unit || visited.has(unit.UnitID)) return;
  const change = resolution(call, unit, link);
  if (!change) return;
  const telling = { source: 'ResolveLinks', description: `Resolved link ${link.Slug}`, automatic: true };
  changeUnit(call, unit, [change], telling, visited);
}

function resolution(call: Call, unit: Unit, link: Link): Change | undefined {
  const { units, mutations } = call.hub.database.tables;
  const provider = units.get(link.ToUnitID);
  if (!provider || provider.Data === '' || unit.Data === '') return undefined;
  const { data, mutations: changes } = resolveLink({
    fromData: unit.Data,
    toData: provider.Data,
    fromSources: unit.MutationSources,
    setByLink: (index) => mutations.by('number', numberKey(unit.UnitID, index))[0]?.LinkID === link.LinkID,
    index: nextMutation(unit),
  });
  return data === unit.Data
    ? undefined
    : { data, mutations: markLocal(changes), cause: { LinkID: link.LinkID } };
}

import { badRequest } from '../errors/api-error';
import { diffConfig, markLocal, mergeConfig } from '../merge/index';
import { selectRevision } from '../revisions/select-revision';
import type { ParameterTypes } from '../routing/query';
import type { Call } from '../routing/route';
import { type Change, nextMutation } from './change-unit';
import { checkData } from './check-data';
import { mergeSource } from './merge-source';
import type { Unit } from './model';

/** Query parameters that say where a unit's new data comes from. */
export const SOURCE_QUERY: ParameterTypes = {
  upgrade: 'boolean',
  restore: 'string',
  revision_id: 'uuid',
  merge_source: 'string',
  merge_base: 'string',
  merge_end: 'string',
  change_set_id: 'uuid',
  protect: 'boolean',
  dry_run: 'boolean',
};

/** New data for a unit, and how its history tells it. `unit` carries what changes beside the data. */
export interface NewData {
  unit: Unit;
  change?: Change;
  source: string;
  description: string;
}

/**
 * Finds out where a unit's new data comes from: the body, an upgrade, a restore or a merge; undefined when nowhere.
 * @throws ApiError 400 when more than one is asked for, or it cannot be done
 */
export function newData(call: Call, unit: Unit, data: string | undefined): NewData | undefined {
  const { query } = call;
  const restore = query.text('restore') ?? query.text('revision_id');
  const asked = [
    data !== undefined && data !== unit.Data && 'data',
    query.flag('upgrade') && 'upgrade',
    restore !== undefined && 'restore',
    query.has('merge_source') && 'merge_source',
  ].filter(Boolean);
  if (asked.length > 1) throw badRequest(`only one of ${asked.join(', ')} can be done at once`);
  if (query.flag('upgrade')) return upgrade(call, unit);
  if (restore !== undefined) return restoreTo(call, unit, restore);
  if (query.has('merge_source')) return merge(call, unit);
  if (data !== undefined && data !== unit.Data) return replace(call, unit, data);
  return undefined;
}

function replace(call: Call, unit: Unit, data: string): NewData {
  checkData(unit.Slug, data);
  const mutations = markLocal(diffConfig(unit.Data, data, nextMutation(unit)), call.query.flag('protect'));
  return { unit, change: { data, mutations, cause: {} }, source: 'UpdateUnit', description: '' };
}

function restoreTo(call: Call, unit: Unit, selector: string): NewData {
  const revision = selectRevision(call, unit, selector);
  const told = { source: 'RestoreUnit', description: `Restored revision ${revision.RevisionNum}` };
  if (revision.Data === unit.Data) return { unit, ...told };
  const mutations = diffConfig(unit.Data, revision.Data, nextMutation(unit));
  const cause = { RestoredRevisionNum: revision.RevisionNum };
  return {
    unit,
    change: { data: revision.Data, mutations, sources: revision.MutationSources, cause },
    ...told,
  };
}

function upgrade(call: Call, unit: Unit): NewData {
  const { units, spaces } = call.hub.database.tables;
  const upstream = unit.UpstreamUnitID && units.get(unit.UpstreamUnitID);
  if (!upstream) throw badRequest(`unit ${unit.Slug} was not cloned; it has no upstream to be upgraded from`);
  const head = upstream.HeadRevisionNum;
  const description = `Upgraded to revision ${head} of ${spaces.get(upstream.SpaceID)?.Slug}/${upstream.Slug}`;
  const told = { source: 'UpgradeUnit', description };
  if (unit.UpstreamRevisionNum === head) return { unit, ...told };
  const base = selectRevision(call, upstream, String(unit.UpstreamRevisionNum)).Data;
  const input = {
    local: unit.Data,
    localSources: unit.MutationSources,
    index: nextMutation(unit),
    mode: call.hub.era,
  };
  const merged = mergeConfig({ base, theirs: upstream.Data, ...input });
  const upgraded = { ...unit, UpstreamRevisionNum: head, Conflicts: merged.conflicts };
  if (merged.data === unit.Data) return { unit: upgraded, ...told };
  const cause = { UpgradedFromUpstreamRevisionNum: head };
  return { unit: upgraded, change: { data: merged.data, mutations: merged.mutations, cause }, ...told };
}

function merge(call: Call, unit: Unit): NewData {
  const { source, base, end, name } = mergeSource(call, unit);
  const told = {
    source: 'MergeUnits',
    description: `Merged revisions ${base.RevisionNum} to ${end.RevisionNum} of ${name}`,
  };
  const merged = mergeConfig({
    base: base.Data,
    theirs: end.Data,
    local: unit.Data,
    localSources: source.UnitID === unit.UnitID ? [] : unit.MutationSources,
    index: nextMutation(unit),
    mode: call.hub.era,
    asLocal: true,
  });
  const next = { ...unit, Conflicts: merged.conflicts };
  if (merged.data === unit.Data) return { unit: next, ...told };
  return { unit: next, change: { data: merged.data, mutations: merged.mutations, cause: {} }, ...told };
}

import type { Listable, Relations } from '../entities/definition';
import { byClient, byCreator, byServer, type Fields, RESIDENT_FIELDS } from '../entities/fields';
import type { Revision } from '../revisions/model';
import { numberKey, type Tables } from '../store/tables';
import type { Unit } from './model';
import { unitStatus } from './status';

const FIELDS: Fields = {
  ...RESIDENT_FIELDS,
  Data: byClient('base64'),
  ToolchainType: byCreator('text'),
  TargetID: byClient('uuid'),
  SetID: byClient('uuid'),
  ChangeSetID: byClient('uuid'),
  LastChangeDescription: byClient('text'),
  UnitID: byServer('uuid'),
  ContentHash: byServer('integer'),
  HeadRevisionNum: byServer('integer'),
  LastAppliedRevisionNum: byServer('integer'),
  LiveRevisionNum: byServer('integer'),
  PreviousLiveRevisionNum: byServer('integer'),
  LastReleasedRevisionNum: byServer('integer'),
  HeadMutationNum: byServer('integer'),
  MutationSources: byServer('any'),
  ApplyGates: byServer('flags'),
  ApplyWarnings: byServer('flags'),
  ApprovedBy: byServer('ids'),
  LiveState: byServer('base64'),
  Outputs: byServer('base64'),
  UpstreamUnitID: byServer('uuid'),
  UpstreamSpaceID: byServer('uuid'),
  UpstreamOrganizationID: byServer('uuid'),
  UpstreamRevisionNum: byServer('integer'),
  Conflicts: byServer('any'),
  LastActionAt: byServer('time'),
};

const RELATIONS: Relations<Unit> = {
  SpaceID: { as: 'Space', kind: 'Space', find: (tables, unit) => tables.spaces.get(unit.SpaceID) },
  OrganizationID: {
    as: 'Organization',
    kind: 'Organization',
    find: (tables, unit) => tables.organizations.get(unit.OrganizationID),
  },
  TargetID: { as: 'Target', kind: 'Target', find: (tables, unit) => byId(tables.targets, unit.TargetID) },
  UpstreamUnitID: {
    as: 'UpstreamUnit',
    kind: 'Unit',
    find: (tables, unit) => byId(tables.units, unit.UpstreamUnitID),
  },
  UpstreamSpaceID: {
    as: 'UpstreamSpace',
    kind: 'Space',
    find: (tables, unit) => byId(tables.spaces, unit.UpstreamSpaceID),
  },
  UnitEventID: {
    as: 'LatestUnitEvent',
    kind: 'UnitEvent',
    find: (tables, unit) => byId(tables.events, unit.LatestUnitEventID),
  },
  ChangeSetID: {
    as: 'ChangeSet',
    kind: 'ChangeSet',
    find: (tables, unit) => byId(tables.changeSets, unit.ChangeSetID),
  },
  SetID: { as: 'Set', kind: 'Set', find: () => undefined },
  HeadRevisionNum: {
    as: 'HeadRevision',
    kind: 'Revision',
    find: (tables, unit) => revision(tables, unit, unit.HeadRevisionNum),
  },
  LiveRevisionNum: {
    as: 'LiveRevision',
    kind: 'Revision',
    find: (tables, unit) => revision(tables, unit, unit.LiveRevisionNum),
  },
  LastAppliedRevisionNum: {
    as: 'LastAppliedRevision',
    kind: 'Revision',
    find: (tables, unit) => revision(tables, unit, unit.LastAppliedRevisionNum),
  },
  HeadMutationNum: {
    as: 'HeadMutation',
    kind: 'Mutation',
    find: (tables, unit) => tables.mutations.by('number', numberKey(unit.UnitID, unit.HeadMutationNum))[0],
  },
  ApprovedBy: {
    as: 'ApprovedBy',
    kind: 'User',
    find: (tables, unit) => unit.ApprovedBy.flatMap((id) => tables.users.get(id) ?? []),
  },
};

export const UNIT: Listable<Unit> = {
  kind: 'Unit',
  fields: FIELDS,
  relations: RELATIONS,
  parts: ['UnitStatus'],
  extend: (call, unit) => ({ UnitStatus: unitStatus(call.hub.database.tables, unit) }),
};

function byId<Row extends object>(
  table: { get(id: string): Row | undefined },
  id: string | null,
): Row | undefined {
  return id ? table.get(id) : undefined;
}

function revision(tables: Tables, unit: Unit, number: number): Revision | undefined {
  return tables.revisions.by('number', numberKey(unit.UnitID, number))[0];
}

import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Listable } from '../entities/definition';
import { byServer } from '../entities/fields';
import { unitOf } from '../entities/find';
import { answerList, answerOne, choose, GET_QUERY, LIST_QUERY } from '../entities/list';
import { notFound } from '../errors/api-error';
import { Answer, type Call, type Route } from '../routing/route';
import type { Revision } from './model';

export const REVISION: Listable<Revision> = {
  kind: 'Revision',
  fields: {
    RevisionID: byServer('uuid'),
    RevisionNum: byServer('integer'),
    UnitID: byServer('uuid'),
    SpaceID: byServer('uuid'),
    OrganizationID: byServer('uuid'),
    UserID: byServer('uuid'),
    UserAgent: byServer('text'),
    Source: byServer('text'),
    Description: byServer('text'),
    Data: byServer('base64'),
    ContentHash: byServer('integer'),
    ApplyGates: byServer('flags'),
    ApplyWarnings: byServer('flags'),
    ApprovedBy: byServer('ids'),
    Tags: byServer('labels'),
    LiveAt: byServer('time'),
    MutationSources: byServer('any'),
    CreatedAt: byServer('time'),
    UpdatedAt: byServer('time'),
    Version: byServer('integer'),
  },
  relations: {
    ...RESIDENT_RELATIONS,
    UnitID: { as: 'Unit', kind: 'Unit', find: (tables, row) => tables.units.get(row.UnitID) },
    UserID: { as: 'User', kind: 'User', find: (tables, row) => tables.users.get(row.UserID) },
  },
};

const PATH = '/api/space/:space_id/unit/:unit_id/revision';

/** A unit's history, newest first. */
export const revisionRoutes: Route[] = [
  { method: 'GET', path: PATH, query: LIST_QUERY, handler: list },
  {
    method: 'GET',
    path: `${PATH}/:revision_id`,
    query: GET_QUERY,
    handler: (call) => answerOne(call, REVISION, one(call)),
  },
  {
    method: 'GET',
    path: `${PATH}/:revision_id/data`,
    handler: (call) => new Answer(200, one(call).Data, 'text/plain'),
  },
];

function list(call: Call): object[] {
  const rows = call.hub.database.tables.revisions.by('unit', unitOf(call).UnitID).reverse();
  return answerList(call, REVISION, choose(call, REVISION, rows));
}

function one(call: Call): Revision {
  const unit = unitOf(call);
  const revision = call.hub.database.tables.revisions.get(call.params.revision_id ?? '');
  if (!revision || revision.UnitID !== unit.UnitID)
    throw notFound(`revision ${call.params.revision_id} not found for unit ${unit.Slug}`);
  return revision;
}

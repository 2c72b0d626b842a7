import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Listable } from '../entities/definition';
import { byServer } from '../entities/fields';
import { unitOf } from '../entities/find';
import { answerList, answerOne, choose, GET_QUERY, LIST_QUERY } from '../entities/list';
import { toWire } from '../entities/wire';
import { notFound } from '../errors/api-error';
import type { Call, Route } from '../routing/route';
import type { Mutation } from './model';

const MUTATION: Listable<Mutation> = {
  kind: 'Mutation',
  wire: (_call, row) => wire(row),
  fields: {
    MutationID: byServer('uuid'),
    MutationNum: byServer('integer'),
    RevisionID: byServer('uuid'),
    RevisionNum: byServer('integer'),
    UnitID: byServer('uuid'),
    SpaceID: byServer('uuid'),
    OrganizationID: byServer('uuid'),
    InvocationID: byServer('uuid'),
    ProvidedPath: byServer('text'),
    ProvidedResource: byServer('any'),
    LinkID: byServer('uuid'),
    TriggerID: byServer('uuid'),
    FunctionInvocation: byServer('any'),
    UpgradedFromUpstreamRevisionNum: byServer('integer'),
    RestoredRevisionNum: byServer('integer'),
    CreatedAt: byServer('time'),
    UpdatedAt: byServer('time'),
    Version: byServer('integer'),
  },
  relations: {
    ...RESIDENT_RELATIONS,
    UnitID: { as: 'Unit', kind: 'Unit', find: (tables, row) => tables.units.get(row.UnitID) },
    InvocationID: { as: 'Invocation', kind: 'Invocation', find: () => undefined },
    RevisionID: {
      as: 'Revision',
      kind: 'Revision',
      find: (tables, row) => tables.revisions.get(row.RevisionID),
    },
    LinkID: { as: 'Link', kind: 'Link', find: (tables, row) => tables.links.get(row.LinkID ?? '') },
    TriggerID: {
      as: 'Trigger',
      kind: 'Trigger',
      find: (tables, row) => tables.triggers.get(row.TriggerID ?? ''),
    },
  },
};

/** Clients read these without asking whether they are there. */
const EMPTY = {
  FunctionInvocation: { FunctionName: '', Arguments: null },
  ProvidedResource: {},
  ProvidedPath: '',
};

function wire(row: Mutation): object {
  const mutation = toWire('Mutation', row) as Mutation;
  return {
    ...EMPTY,
    ...mutation,
    FunctionInvocation: mutation.FunctionInvocation ?? EMPTY.FunctionInvocation,
  };
}

const PATH = '/api/space/:space_id/unit/:unit_id/mutation';

/** What caused each change of a unit's data, newest first. */
export const mutationRoutes: Route[] = [
  { method: 'GET', path: PATH, query: LIST_QUERY, handler: list },
  { method: 'GET', path: `${PATH}/:mutation_id`, query: GET_QUERY, handler: get },
];

function list(call: Call): object[] {
  const rows = call.hub.database.tables.mutations.by('unit', unitOf(call).UnitID).reverse();
  return answerList(call, MUTATION, choose(call, MUTATION, rows));
}

function get(call: Call): object {
  const unit = unitOf(call);
  const mutation = call.hub.database.tables.mutations.get(call.params.mutation_id ?? '');
  if (!mutation || mutation.UnitID !== unit.UnitID)
    throw notFound(`mutation ${call.params.mutation_id} not found for unit ${unit.Slug}`);
  return answerOne(call, MUTATION, mutation);
}

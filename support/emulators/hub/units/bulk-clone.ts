import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { checkSlug } from '../entities/check-value';
import { whereTest } from '../entities/list';
import { readWhole, type Values } from '../entities/read-fields';
import { toWire } from '../entities/wire';
import { badRequest } from '../errors/api-error';
import type { Answer, Call, Route } from '../routing/route';
import { SPACE } from '../spaces/definition';
import type { Space } from '../spaces/model';
import { candidateUnits } from './candidates';
import { UNIT } from './definition';
import { chooseUnits, DATA_QUERY } from './list-routes';
import type { Unit } from './model';
import { cloneUnit } from './new-unit';

/** One clone that a bulk clone makes. */
interface Plan {
  UnitID: string;
  upstream: Unit;
  space: Space;
  slug: string;
}

/** Cloning many units into many spaces. */
export const bulkCloneRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/unit',
    query: bulkQuery({ ...DATA_QUERY, where_space: 'string', name_prefixes: 'string' }),
    handler: bulkClone,
  },
];

function bulkClone(call: Call): Answer {
  requireSelection(call);
  const { Slug, ...values } = readWhole('Unit', UNIT.fields, call.body, true);
  if (Slug) throw badRequest('clones in bulk keep the slug of their upstream; use name_prefixes');
  return rowsToAnswer(plan(call), 'Unit', 'UnitID', (each) => ({
    Unit: toWire('Unit', carryOut(call, each, values)),
  }));
}

function plan(call: Call): Plan[] {
  const prefixes = call.query.text('name_prefixes')?.split(',') ?? [''];
  const spaces = destinations(call);
  if (!spaces && !call.query.has('name_prefixes'))
    throw badRequest('cloning in bulk needs where_space or name_prefixes');
  const units = chooseUnits(call, candidateUnits(call, call.query.text('where')));
  const { tables } = call.hub.database;
  return units.flatMap((upstream) => {
    const own = tables.spaces.get(upstream.SpaceID);
    return (spaces ?? (own ? [own] : [])).flatMap((space) =>
      prefixes.map((prefix) => ({
        UnitID: upstream.UnitID,
        upstream,
        space,
        slug: `${prefix}${upstream.Slug}`,
      })),
    );
  });
}

function destinations(call: Call): Space[] | undefined {
  const where = call.query.text('where_space');
  if (where === undefined) return undefined;
  const spaces = call.hub.database.tables.spaces.by('organization', call.caller.organization.OrganizationID);
  return spaces.filter(whereTest(call, SPACE, where));
}

function carryOut(call: Call, { upstream, space, slug }: Plan, values: Values): Unit {
  const named = { ...values, Slug: checkSlug(slug, 'Unit.Slug') };
  return call.hub.database.transact(() => cloneUnit(call, space, upstream, named));
}

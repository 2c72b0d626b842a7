import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Definition } from '../entities/definition';
import { byCreator, byServer, RESIDENT_FIELDS } from '../entities/fields';
import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import type { Link } from './model';
import { resolveOne } from './resolve';

export const LINK: Definition<Link> = {
  kind: 'Link',
  path: 'link',
  noun: 'link',
  table: 'links',
  id: 'LinkID',
  fields: {
    ...RESIDENT_FIELDS,
    LinkID: byServer('uuid'),
    FromUnitID: byCreator('uuid'),
    ToUnitID: byCreator('uuid'),
    ToSpaceID: byCreator('uuid'),
  },
  relations: {
    ...RESIDENT_RELATIONS,
    FromUnitID: { as: 'FromUnit', kind: 'Unit', find: (tables, row) => tables.units.get(row.FromUnitID) },
    ToUnitID: { as: 'ToUnit', kind: 'Unit', find: (tables, row) => tables.units.get(row.ToUnitID) },
    ToSpaceID: { as: 'ToSpace', kind: 'Space', find: (tables, row) => tables.spaces.get(row.ToSpaceID) },
  },
  defaults: () => ({ FromUnitID: '', ToUnitID: '', ToSpaceID: '' }),
  defaultSlug: (call, values) => `${unitSlug(call, values.FromUnitID)}-to-${unitSlug(call, values.ToUnitID)}`,
  check: (call, row, before) => (before ? row : checkUnits(call, row)),
  saved: (call, row, before) => {
    if (!before) resolveOne(call, row);
  },
};

/** A link goes from a unit of its own space to another unit of the organization. @throws ApiError 400 */
function checkUnits(call: Call, row: Link): Link {
  const { units } = call.hub.database.tables;
  const from = units.get(row.FromUnitID);
  const to = units.get(row.ToUnitID);
  if (!from || from.SpaceID !== row.SpaceID)
    throw badRequest(`Link.FromUnitID: unit "${row.FromUnitID}" does not exist in the link's space`);
  if (!to || to.OrganizationID !== row.OrganizationID)
    throw badRequest(`Link.ToUnitID: unit "${row.ToUnitID}" does not exist`);
  if (row.ToSpaceID && row.ToSpaceID !== to.SpaceID)
    throw badRequest(`Link.ToSpaceID: unit ${to.Slug} is not in space ${row.ToSpaceID}`);
  if (from.UnitID === to.UnitID) throw badRequest(`unit ${from.Slug} cannot be linked to itself`);
  return { ...row, ToSpaceID: to.SpaceID };
}

function unitSlug(call: Call, id: unknown): string {
  return call.hub.database.tables.units.get(String(id))?.Slug ?? 'unit';
}

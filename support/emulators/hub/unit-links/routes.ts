import { rowsToAnswer } from '../entities/bulk';
import { whereTest } from '../entities/list';
import { createIn, residentRoutes } from '../entities/resident-routes';
import { toWire } from '../entities/wire';
import { badRequest } from '../errors/api-error';
import type { Answer, Call, Route } from '../routing/route';
import { SPACE } from '../spaces/definition';
import type { Space } from '../spaces/model';
import { UNIT } from '../units/definition';
import type { Unit } from '../units/model';
import { LINK } from './definition';

/** Links between units. */
export const linkRoutes: Route[] = [
  ...residentRoutes(LINK),
  {
    method: 'POST',
    path: '/api/link',
    query: { where_space: 'string', where_to_space: 'string', where_from: 'string', where_to: 'string' },
    handler: bulkCreate,
  },
];

/** Links every chosen unit of every chosen space to every chosen unit of the to-spaces, or else of its own space. */
function bulkCreate(call: Call): Answer {
  const pairs = chooseSpaces(call, 'where_space').flatMap((space) => pairsIn(call, space));
  return rowsToAnswer(pairs, 'Link', 'FromUnitID', ({ space, from, to }) => {
    const values = { FromUnitID: from.UnitID, ToUnitID: to.UnitID, ToSpaceID: to.SpaceID };
    return { Link: toWire('Link', createIn(call, LINK, space, { ...(call.body as object), ...values })) };
  });
}

function pairsIn(
  call: Call,
  space: Space,
): Array<{ space: Space; from: Unit; to: Unit; FromUnitID: string }> {
  const toSpaces = call.query.has('where_to_space') ? chooseSpaces(call, 'where_to_space') : [space];
  const targets = toSpaces.flatMap((each) => chooseUnitsIn(call, each, 'where_to'));
  return chooseUnitsIn(call, space, 'where_from').flatMap((from) =>
    targets
      .filter((to) => to.UnitID !== from.UnitID)
      .map((to) => ({ space, from, to, FromUnitID: from.UnitID })),
  );
}

function chooseSpaces(call: Call, parameter: string): Space[] {
  const spaces = call.hub.database.tables.spaces.by('organization', call.caller.organization.OrganizationID);
  return spaces.filter(whereTest(call, SPACE, required(call, parameter)));
}

function chooseUnitsIn(call: Call, space: Space, parameter: string): Unit[] {
  const units = call.hub.database.tables.units.by('space', space.SpaceID);
  return units.filter(whereTest(call, UNIT, required(call, parameter)));
}

function required(call: Call, parameter: string): string {
  const where = call.query.text(parameter);
  if (where === undefined) throw badRequest(`creating links in bulk needs ${parameter}`);
  return where;
}

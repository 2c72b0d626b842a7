import { Failure } from '../failure';
import type { ExtendedUnit, Unit } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId } from './ids';

export const UNIT_INCLUDE = 'UnitEventID,TargetID,UpstreamUnitID,SpaceID';

/** One unit by id. `select` narrows its fields. */
export async function getUnit(
  invocation: Invocation,
  spaceId: string,
  unitId: string,
  select = '',
): Promise<ExtendedUnit> {
  const { body } = await invocation.hub.get(`/space/${spaceId}/unit/${unitId}`, {
    include: UNIT_INCLUDE,
    select,
  });
  return body as ExtendedUnit;
}

/** The unit with this slug or id in a space (the selected one by default); throws `unit X not found in space <id>`. */
export async function findUnit(
  invocation: Invocation,
  name: string,
  spaceId = invocation.space.id,
  select = '',
): Promise<Unit> {
  if (isId(name)) return (await getUnit(invocation, spaceId, name, select)).Unit;
  const { body } = await invocation.hub.get(`/space/${spaceId}/unit`, {
    include: UNIT_INCLUDE,
    where: `Slug = '${name}'`,
    select,
  });
  const found = (body as ExtendedUnit[]).find(({ Unit: unit }) => unit.Slug === name);
  if (found === undefined) throw new Failure(`unit ${name} not found in space ${spaceId}`);
  return found.Unit;
}

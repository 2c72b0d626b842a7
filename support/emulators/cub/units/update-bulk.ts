import type { UnitRow } from '../hub/entities';
import { buildPatch } from '../input/entity';
import type { Invocation } from '../invocation';
import { filterQuery } from '../lookup/filters';
import { UNIT_INCLUDE } from '../lookup/units';
import { reportUnits } from './bulk';
import { selectedUnitsHere } from './selection';
import { changeFields, changeQuery } from './update-query';

/** Patches all selected units: attributes, upgrade, restore or merge. */
export async function updateSelected(invocation: Invocation): Promise<void> {
  const patch = await buildPatch(invocation, await changeFields(invocation));
  const { body, status } = await invocation.hub.patch('/unit', patch, {
    where: selectedUnitsHere(invocation),
    include: UNIT_INCLUDE,
    ...(await changeQuery(invocation, undefined)),
    ...(await filterQuery(invocation)),
  });
  await reportUnits(invocation, body as UnitRow[], status, 'update');
}

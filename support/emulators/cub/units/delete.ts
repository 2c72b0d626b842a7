import type { Invocation } from '../invocation';
import { findUnit, UNIT_INCLUDE } from '../lookup/units';
import { deletion } from '../output/deletion';
import { printDeleted } from '../output/results';

/** `cub unit delete`: one unit, or those that `--where` or `--unit` selects. */
export async function deleteUnits(invocation: Invocation): Promise<void> {
  const done = await deletion(invocation, {
    noun: 'unit',
    flag: 'unit',
    path: '/unit',
    idField: 'UnitID',
    include: UNIT_INCLUDE,
    oneSpace: true,
  });
  if (done) return;
  const name = invocation.args[0] as string;
  const { UnitID } = await findUnit(invocation, name);
  await invocation.hub.delete(`/space/${invocation.space.id}/unit/${UnitID}`);
  printDeleted(invocation, 'unit', name, UnitID);
}

import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { findUnit, UNIT_INCLUDE } from '../lookup/units';
import { reportBulk } from '../output/bulk';
import { EXCLUSIVE, selectedUnitsHere } from './selection';

/** `cub unit approve`: one unit, or those that `--where` or `--unit` selects. */
export async function approveUnits(invocation: Invocation): Promise<void> {
  const { args, flags, hub, print, space } = invocation;
  const selecting = flags.text('where') !== '' || flags.list('unit').length > 0;
  if (selecting && args.length > 0)
    throw new Failure('--where or --unit can only be specified with no positional arguments');
  if (!selecting && args.length !== 1)
    throw new Failure('single unit approve requires exactly one argument: <slug or id>');
  if (flags.list('unit').length > 0 && flags.text('where') !== '') throw new Failure(EXCLUSIVE);
  if (selecting) {
    const where = selectedUnitsHere(invocation);
    const answer = await hub.post('/unit/approve', undefined, { where, include: UNIT_INCLUDE });
    reportBulk(invocation, answer, { operation: 'approve', noun: 'unit', context: where });
    return;
  }
  const { UnitID } = await findUnit(invocation, args[0] as string);
  await hub.post(`/space/${space.id}/unit/${UnitID}/approve`, undefined);
  print.say(`Unit ${args[0]} (${UnitID}) has been approved`);
}

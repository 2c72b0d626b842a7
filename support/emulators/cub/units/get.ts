import type { Invocation } from '../invocation';
import { selectGiven } from '../lookup/select';
import { findUnit } from '../lookup/units';
import { printOne } from '../output/results';
import { unitDetails } from './details';

/** `cub unit get`: one unit, or only its config data. */
export async function getUnitDetails(invocation: Invocation): Promise<void> {
  const { args, flags, space } = invocation;
  const unit = await findUnit(invocation, args[0] as string, space.id, selectGiven(flags));
  const show = { dataOnly: flags.on('data-only'), verbose: flags.on('verbose') };
  await printOne(invocation, {
    shape: 'Unit',
    entity: unit,
    slug: unit.Slug,
    details: (entity) => unitDetails(entity, show),
  });
}

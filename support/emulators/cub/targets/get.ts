import type { Invocation } from '../invocation';
import { selectGiven } from '../lookup/select';
import { findTarget } from '../lookup/targets';
import { printOne } from '../output/results';
import { targetDetails } from './details';

/** `cub target get`: one target. */
export async function getTarget(invocation: Invocation): Promise<void> {
  const { args, flags, space } = invocation;
  const extended = await findTarget(invocation, args[0] as string, space.id, selectGiven(flags));
  await printOne(invocation, {
    shape: 'ExtendedTarget',
    entity: extended,
    slug: extended.Target.Slug,
    details: targetDetails,
  });
}

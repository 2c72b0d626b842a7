import type { ExtendedSpace } from '../hub/entities';
import type { Invocation } from '../invocation';
import { selectGiven } from '../lookup/select';
import { findSpace } from '../lookup/spaces';
import { printOne } from '../output/results';
import { extendedSpaceDetails } from './details';

/** `cub space get`: a space and what it holds. */
export async function getSpace(invocation: Invocation): Promise<void> {
  const { SpaceID } = await findSpace(invocation, invocation.args[0] as string);
  const { body } = await invocation.hub.get(`/space/${SpaceID}`, {
    summary: true,
    select: selectGiven(invocation.flags),
  });
  const extended = body as ExtendedSpace;
  await printOne(invocation, {
    shape: 'ExtendedSpace',
    entity: extended,
    slug: extended.Space.Slug,
    details: extendedSpaceDetails,
  });
}

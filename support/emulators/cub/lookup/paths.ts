import type { Invocation } from '../invocation';
import { findSpace } from './spaces';

/** A name that may say its space, as `platform/apps`: the id of that space (or the given one) and the name itself. */
export async function splitPath(
  invocation: Invocation,
  name: string,
  spaceId = invocation.space.id,
): Promise<{ spaceId: string; slug: string }> {
  const [head = '', tail] = name.split('/');
  if (tail === undefined) return { spaceId, slug: name };
  return { spaceId: (await findSpace(invocation, head)).SpaceID, slug: tail };
}

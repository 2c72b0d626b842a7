import { findEntity } from '../entities/find';
import { FILTER_KIND } from '../filters/kind';
import type { Invocation } from '../invocation';
import { isId } from './ids';

/** The query parameter of `--filter`; nothing when it was not given. */
export async function filterQuery(invocation: Invocation): Promise<{ filter?: string }> {
  const name = invocation.flags.text('filter');
  if (name === '') return {};
  return { filter: isId(name) ? name : (await findEntity(invocation, FILTER_KIND, name)).FilterID };
}

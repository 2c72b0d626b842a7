import { Failure } from '../failure';
import type { ExtendedFilter, Filter } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId } from './ids';
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

/** The filter with this slug (perhaps `space/slug`) or id. */
export async function findFilter(invocation: Invocation, name: string, select = ''): Promise<Filter> {
  const { spaceId, slug } = await splitPath(invocation, name);
  if (isId(slug)) {
    const { body } = await invocation.hub.get(`/space/${spaceId}/filter/${slug}`, {
      include: 'FromSpaceID',
      select,
    });
    return (body as ExtendedFilter).Filter;
  }
  const path = spaceId === '*' ? '/filter' : `/space/${spaceId}/filter`;
  const { body } = await invocation.hub.get(path, {
    include: 'SpaceID,FromSpaceID',
    where: `Slug = '${slug}'`,
    select,
  });
  const found = (body as ExtendedFilter[]).find(({ Filter: filter }) => filter.Slug === slug);
  if (found === undefined) throw new Failure(`filter ${slug} not found in space ${invocation.space.slug}`);
  return found.Filter;
}

/** The query parameter of `--filter`; nothing when it was not given. */
export async function filterQuery(invocation: Invocation): Promise<{ filter?: string }> {
  const name = invocation.flags.text('filter');
  if (name === '') return {};
  return { filter: isId(name) ? name : (await findFilter(invocation, name)).FilterID };
}

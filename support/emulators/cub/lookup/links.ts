import { Failure } from '../failure';
import type { ExtendedLink, Link } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId } from './ids';

/** The link with this slug or id in the selected space; throws `link X not found in space <slug>`. */
export async function findLink(invocation: Invocation, name: string, select = ''): Promise<Link> {
  const { hub, space } = invocation;
  if (isId(name))
    return ((await hub.get(`/space/${space.id}/link/${name}`, { select })).body as ExtendedLink).Link;
  const include = 'SpaceID,FromUnitID,ToUnitID,ToSpaceID';
  const { body } = await hub.get(`/space/${space.id}/link`, { include, where: `Slug = '${name}'`, select });
  const found = (body as ExtendedLink[]).find(({ Link: link }) => link.Slug === name);
  if (found === undefined) throw new Failure(`link ${name} not found in space ${space.slug}`);
  return found.Link;
}

import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { isId } from '../lookup/ids';
import { splitPath } from '../lookup/paths';
import type { Base, Kind } from './kind';

/** The entity with this slug (perhaps `space/slug`) or id; throws `<noun> X not found in space <slug>`. */
export async function findEntity<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
  name: string,
  select = '',
): Promise<Entity> {
  const { hub, space } = invocation;
  const { spaceId, slug } = await splitPath(invocation, name);
  const everywhere = spaceId === '*';
  if (isId(slug) && !everywhere) {
    return kind.entityOf((await hub.get(`/space/${spaceId}${kind.path}/${slug}`, { select })).body as Row);
  }
  const { body } = await hub.get(everywhere ? kind.path : `/space/${spaceId}${kind.path}`, {
    include: kind.include,
    where: isId(slug) ? `${kind.idField} = '${slug}'` : `Slug = '${slug}'`,
    select,
  });
  const found = (body as Row[])[0];
  if (found === undefined) {
    throw new Failure(
      `${kind.noun} ${slug} not found in space ${name.includes('/') ? name.split('/')[0] : space.slug}`,
    );
  }
  return kind.entityOf(found);
}

import { Failure } from '../failure';
import type { ExtendedTarget } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId } from './ids';

/** The target with this slug or id in a space; throws `target X not found in space <id>`. */
export async function findTarget(
  invocation: Invocation,
  name: string,
  spaceId = invocation.space.id,
  select = '',
): Promise<ExtendedTarget> {
  if (isId(name))
    return (await invocation.hub.get(`/space/${spaceId}/target/${name}`, { select })).body as ExtendedTarget;
  const { body } = await invocation.hub.get(`/space/${spaceId}/target`, {
    include: 'SpaceID,BridgeWorkerID',
    where: `Slug = '${name}'`,
    select,
  });
  const found = (body as ExtendedTarget[]).find(({ Target: target }) => target.Slug === name);
  if (found === undefined) throw new Failure(`target ${name} not found in space ${spaceId}`);
  return found;
}

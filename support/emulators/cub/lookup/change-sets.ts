import { Failure } from '../failure';
import type { ChangeSet, ExtendedChangeSet } from '../hub/entities';
import type { Invocation } from '../invocation';
import { splitPath } from './filters';
import { isId } from './ids';

export const CHANGESET_INCLUDE = 'SpaceID,FilterID,StartTagID,EndTagID';

/** The changeset with this slug (perhaps `space/slug`) or id; without a space and with all selected, every space is searched. */
export async function findChangeSet(invocation: Invocation, name: string, select = ''): Promise<ChangeSet> {
  const { spaceId, slug } = await splitPath(invocation, name);
  if (isId(slug) && spaceId !== '*') {
    const { body } = await invocation.hub.get(`/space/${spaceId}/change_set/${slug}`, {
      include: 'FilterID,StartTagID,EndTagID',
      select,
    });
    return (body as ExtendedChangeSet).ChangeSet;
  }
  const path = spaceId === '*' ? '/change_set' : `/space/${spaceId}/change_set`;
  const where = isId(slug) ? `ChangeSetID = '${slug}'` : `Slug = '${slug}'`;
  const { body } = await invocation.hub.get(path, { include: CHANGESET_INCLUDE, where, select });
  const found = (body as ExtendedChangeSet[])[0]?.ChangeSet;
  if (found === undefined)
    throw new Failure(`changeset ${slug} not found in space ${spaceName(invocation, name)}`);
  return found;
}

/** The space a name was looked up in, as messages call it. */
export function spaceName({ space }: Invocation, name: string): string {
  const [head = '', tail] = name.split('/');
  return tail === undefined ? space.slug : head;
}

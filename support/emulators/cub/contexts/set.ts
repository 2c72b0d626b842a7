import { saveContext } from '../home/context';
import type { Invocation } from '../invocation';
import { findSpace } from '../lookup/spaces';

/** `cub context set --space S`: makes a space the default of later commands. */
export async function setContext(invocation: Invocation): Promise<void> {
  const { context, flags, host } = invocation;
  const name = flags.text('space');
  const space = name === '' ? undefined : await findSpace(invocation, name);
  saveContext(host.env, {
    ...context,
    ...(space === undefined
      ? {}
      : { space: space.Slug, spaceId: space.SpaceID, organizationId: space.OrganizationID }),
  });
}

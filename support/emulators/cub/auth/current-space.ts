import { Failure } from '../failure';
import { saveContext } from '../home/context';
import { authorization, type Session, saveSession } from '../home/session';
import { Hub } from '../hub/client';
import type { Invocation } from '../invocation';
import { findSpace, listSpaces } from '../lookup/spaces';

/** Keeps a new session and works with it from now on. */
export function logIn(invocation: Invocation, session: Session): Invocation {
  saveSession(invocation.host.env, session);
  invocation.hub.close();
  const hub = new Hub({ url: invocation.context.serverUrl, authorization: authorization(session) });
  return { ...invocation, session, hub };
}

/** Makes the space of the context current again, or the first one that there is. */
export async function setCurrentSpace(invocation: Invocation): Promise<void> {
  const { context, host, print } = invocation;
  const kept = await findSpace(invocation, context.space).catch(() => undefined);
  const space = kept ?? (await listSpaces(invocation, ''))[0];
  if (space === undefined) throw new Failure('no spaces found. Current space could not be set');
  const next = {
    ...context,
    space: space.Slug,
    spaceId: space.SpaceID,
    organizationId: space.OrganizationID,
  };
  saveContext(host.env, next);
  print.say(`Current space set to ${next.space} (${next.spaceId})`);
}

import type { Invocation } from '../invocation';
import { details } from '../output/pairs';

interface Me {
  User?: { Username?: string; DisplayName?: string; Slug?: string };
  Username?: string;
  DisplayName?: string;
}

/** `cub auth status`: asks the server who the credential belongs to. */
export async function authStatus(invocation: Invocation): Promise<void> {
  const { context, hub, print, session } = invocation;
  const me = (await hub.get('/me')).body as Me;
  const user = me.User ?? me;
  print.raw(
    details([
      ['Status', 'Authenticated'],
      ['User', user.Username || user.DisplayName || session.user.email],
      ['Server', context.serverUrl],
      ['Organization', context.organizationId || session.organization_id],
    ]),
  );
}

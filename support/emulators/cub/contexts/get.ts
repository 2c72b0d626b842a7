import type { Invocation } from '../invocation';
import { details } from '../output/pairs';

/** `cub context get`: who is logged in where, and the current space. */
export function getContext({ context, flags, print, session }: Invocation): void {
  if (flags.on('space-slug-only')) {
    print.say(context.space);
    return;
  }
  print.raw(
    details([
      ['User Email', session.user.email],
      ['IDP User ID', session.user.id ?? ''],
      ['IDP Organization ID', session.organization_id],
      ['ConfigHub URL', context.serverUrl],
      ['Space', `${context.space} (${context.spaceId})`],
      ['Organization', context.organizationId],
    ]),
  );
}

import type { IncomingMessage } from 'node:http';
import { ApiError } from '../status/api-error';
import { unauthorized } from '../status/refusals';
import type { Tokens } from './tokens';
import { ANONYMOUS, type User } from './user';

const OPEN = /^\/(version|healthz|livez|readyz)([/?]|$)/;

/**
 * Who sends a request: the owner of its bearer token, or whom an administrator takes the place of (`kubectl --as`).
 * Version and health are told to everyone.
 *
 * @throws ApiError 401 without a token that is known, 403 for an impersonation that is not allowed
 */
export function authenticate(tokens: Tokens, { headers, url = '/' }: IncomingMessage): User {
  const user = owner(tokens, headers.authorization, url);
  const name = headers['impersonate-user'];
  if (name === undefined) return user;
  if (!user.groups.includes('system:masters')) {
    const what = `users ${JSON.stringify(name)} is forbidden: User ${JSON.stringify(user.name)} cannot impersonate resource "users" in API group "" at the cluster scope`;
    throw new ApiError(403, 'Forbidden', what, { kind: 'users' });
  }
  const groups = headers['impersonate-group'];
  const given = groups === undefined ? [] : String(groups).split(/, */);
  return { name: String(name), groups: [...given, 'system:authenticated'] };
}

function owner(tokens: Tokens, header: string | undefined, url: string): User {
  if (header === undefined) {
    if (OPEN.test(url)) return ANONYMOUS;
    throw unauthorized();
  }
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const user = token && tokens.userOf(token);
  if (!user) throw unauthorized();
  return user;
}

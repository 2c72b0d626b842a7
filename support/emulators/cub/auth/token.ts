import { Failure } from '../failure';
import type { Invocation } from '../invocation';

/** `cub auth get-token`: the bearer token without a line break, to be put into a header. */
export function getToken({ print, session }: Invocation): void {
  if (session.access_token === '') throw new Failure("not authenticated. Please run 'cub auth login' first");
  print.raw(session.access_token);
}

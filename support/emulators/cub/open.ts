import type { Capability } from './capabilities';
import type { Flags } from './command/flags';
import type { Command, Group } from './command/spec';
import { Failure } from './failure';
import { readContext } from './home/context';
import { authorization, isUsable, NO_SESSION, readSession } from './home/session';
import type { Host } from './host';
import { Hub } from './hub/client';
import type { Invocation } from './invocation';
import { findSpace } from './lookup/spaces';
import { Printer } from './output/print';
import { checkOutput } from './output/results';

const NOT_AUTHENTICATED =
  'you must be authenticated to execute this command. Log in with the command: cub auth login';

interface Called {
  group: Group;
  command: Command;
  flags: Flags;
  args: string[];
}

/** Makes ready what a command needs: credential, server, and the space it works in. */
export async function openInvocation(
  host: Host,
  capabilities: ReadonlySet<Capability>,
  { group, command, flags, args }: Called,
): Promise<Invocation> {
  const scope = command.scope ?? group.scope;
  const print = new Printer(host);
  const saved = readSession(host.env);
  const later = saved === undefined ? laterContext(host) : undefined;
  const session = saved ?? later?.session ?? NO_SESSION;
  if (scope !== 'none' && !isUsable(session)) {
    if (saved === undefined) print.say('No session. Only unauthenticated commands will work');
    throw new Failure(NOT_AUTHENTICATED);
  }
  const context = readContext(host.env, later?.serverUrl);
  const debug = flags.on('debug') || host.env.CONFIGHUB_DEBUG === '1';
  const hub = new Hub({
    url: context.serverUrl,
    authorization: isUsable(session) ? authorization(session) : undefined,
    ...(debug ? { trace: (text: string) => print.say(text) } : {}),
  });
  const space = { id: '', slug: '' };
  const invocation: Invocation = { host, args, flags, capabilities, print, hub, context, session, space };
  checkOutput(invocation);
  if (scope === 'space')
    await selectSpace(invocation, command, later?.defaultSpace ?? '').catch((error) => {
      hub.close();
      throw error;
    });
  return invocation;
}

function laterContext(host: Host) {
  if (host.env.CUB_CONFIG === undefined) return undefined;
  return (require('./home/contexts') as typeof import('./home/contexts')).readCurrentContext(host.env);
}

async function selectSpace(invocation: Invocation, command: Command, defaultSpace: string): Promise<void> {
  const { context, flags, space } = invocation;
  const asked = flags.text('space') || (context.spaceId === '' ? defaultSpace : '');
  if (asked === '*') {
    if (command.orgLevel !== true)
      throw new Failure(`space wildcard * not permitted for command ${command.name}`);
    Object.assign(space, { id: '*', slug: '*' });
  } else if (asked !== '') {
    const found = await findSpace(invocation, asked);
    Object.assign(space, { id: found.SpaceID, slug: found.Slug });
  } else {
    if (context.spaceId === '') {
      throw new Failure(
        'space is required. Set with --space option or set in context with the context sub-command',
      );
    }
    Object.assign(space, { id: context.spaceId, slug: context.space });
  }
}

import { Failure } from '../failure';
import { saveFunctions } from '../functions/cache';
import { NO_SESSION, type Session } from '../home/session';
import type { Invocation } from '../invocation';
import { logIn, setCurrentSpace } from './current-space';

/** `cub auth login --as-worker`: trades the worker's id and secret for a session. Logging in with a browser is not offered. */
export async function login(invocation: Invocation): Promise<void> {
  const { args, context, flags, host, hub, print } = invocation;
  if (!flags.on('as-worker')) {
    throw new Failure(
      `the bundled cub does not log in with a browser: use "cub auth test-login", "cub auth login --as-worker", or a real cub for ${context.serverUrl}`,
    );
  }
  if (args.length > 0) throw new Failure('organization switching is not supported with --as-worker flag');
  const [id, secret] = [host.env.CONFIGHUB_WORKER_ID ?? '', host.env.CONFIGHUB_WORKER_SECRET ?? ''];
  if (id === '' || secret === '') {
    throw new Failure('CONFIGHUB_WORKER_ID and CONFIGHUB_WORKER_SECRET environment variables must be set');
  }
  const answer = await hub.plain(
    'POST',
    '/auth/worker',
    JSON.stringify({ worker_id: id, worker_secret: secret }),
  );
  if (answer.status !== 200) throw new Failure(`authentication failed: ${answer.text}`);
  const session: Session = {
    ...NO_SESSION,
    auth_type: 'Bearer',
    ...(JSON.parse(answer.text) as Partial<Session>),
  };
  const loggedIn = logIn(invocation, session);
  try {
    print.say(`Successfully logged in as worker ${id} (Organization: ${session.organization_id})`);
    await setCurrentSpace(loggedIn);
    await saveFunctions({ ...loggedIn, space: { id: '*', slug: '*' } });
  } finally {
    loggedIn.hub.close();
  }
}

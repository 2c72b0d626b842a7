import { badRequest, unauthorized } from '../errors/api-error';
import type { Call, Caller, Route } from '../routing/route';
import { callerOf, callerOfWorker, sameSecret } from './authenticate';
import { workerToken } from './worker-token';

/** Ways to get a session without a browser (contract 1.3). They stand outside /api. */
export const signInRoutes: Route[] = [
  { method: 'POST', path: '/auth/worker', access: 'open', handler: asWorker },
  { method: 'POST', path: '/auth/password', access: 'open', handler: withPassword },
];

function asWorker(call: Call): object {
  const { worker_id: id, worker_secret: secret } = readTexts(call.body, ['worker_id', 'worker_secret']);
  const worker = call.hub.database.tables.workers.get(id ?? '');
  if (!worker || !sameSecret(secret ?? '', worker.Secret))
    throw unauthorized('missing or invalid worker secret');
  return session(callerOfWorker(call.hub, worker), workerToken(worker));
}

function withPassword(call: Call): object {
  const { username, password } = readTexts(call.body, ['username', 'password']);
  const known = call.hub.credentials.find(
    (credential) => credential.user === username && sameSecret(password ?? '', credential.password),
  );
  if (!known) throw unauthorized('unknown user or wrong password');
  return session(callerOf(call.hub, known), known.token);
}

function session(caller: Caller, token: string): object {
  return {
    auth_type: 'Bearer',
    access_token: token,
    refresh_token: '',
    organization_id: caller.organization.ExternalID,
    user: { id: caller.user.ExternalID, email: caller.user.Username, first_name: '', last_name: '' },
  };
}

function readTexts(body: unknown, names: string[]): Record<string, string> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest(`the body must be an object with ${names.join(' and ')}`);
  for (const name of Object.keys(body))
    if (!names.includes(name)) throw badRequest(`unknown field "${name}"`);
  for (const name of names)
    if (typeof (body as Record<string, unknown>)[name] !== 'string')
      throw badRequest(`${name} must be a text`);
  return body as Record<string, string>;
}

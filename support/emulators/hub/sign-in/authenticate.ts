import { createHash, timingSafeEqual } from 'node:crypto';
import { unauthorized } from '../errors/api-error';
import type { Hub } from '../hub';
import type { Caller, Route } from '../routing/route';
import { nameKey } from '../store/tables';
import type { BridgeWorker } from '../workers/model';
import type { Credential } from './credentials';
import { workerToken } from './worker-token';

/** Equal texts, compared in a time that does not tell where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/**
 * Tells who asks. @throws ApiError 401 when the route needs a credential and the header has none that is known
 */
export function authenticate(
  hub: Hub,
  header: string | undefined,
  route: Route,
  params: Record<string, string>,
): Caller {
  if (route.access === 'open') return undefined as unknown as Caller;
  if (!header)
    throw unauthorized(
      'no credential: send an Authorization header with a Bearer token or Basic user:password',
    );
  const [scheme = '', value = ''] = header.split(' ');
  if (route.access === 'worker') return workerOf(hub, params.bridge_worker_id ?? '', scheme, value);
  const caller = scheme.toLowerCase() === 'basic' ? byPassword(hub, value) : byToken(hub, scheme, value);
  if (!caller) throw unauthorized('the credential is not known to this server');
  return caller;
}

function workerOf(hub: Hub, id: string, scheme: string, secret: string): Caller {
  const worker = hub.database.tables.workers.get(id);
  if (scheme.toLowerCase() !== 'bearer' || !worker || !sameSecret(secret, worker.Secret))
    throw unauthorized('missing or invalid worker secret');
  return callerOfWorker(hub, worker);
}

function byToken(hub: Hub, scheme: string, token: string): Caller | undefined {
  if (scheme.toLowerCase() !== 'bearer') return undefined;
  const credential = hub.credentials.find((known) => sameSecret(token, known.token));
  if (credential) return callerOf(hub, credential);
  const worker = hub.database.tables.workers.get(token.split('.')[0] ?? '');
  return worker && sameSecret(token, workerToken(worker)) ? callerOfWorker(hub, worker) : undefined;
}

function byPassword(hub: Hub, value: string): Caller | undefined {
  const text = Buffer.from(value, 'base64').toString('utf8');
  const at = text.indexOf(':');
  if (at === -1) return undefined;
  const [user, password] = [text.slice(0, at), text.slice(at + 1)];
  const credential = hub.credentials.find(
    (known) => known.user === user && sameSecret(password, known.password),
  );
  if (credential) return callerOf(hub, credential);
  const worker = hub.database.tables.workers.get(user);
  return worker && sameSecret(password, worker.Secret) ? callerOfWorker(hub, worker) : undefined;
}

/** The organization and user of a credential. They are made at start, before the first request. */
export function callerOf(hub: Hub, credential: Credential): Caller {
  const { organizations, users } = hub.database.tables;
  const organization = organizations.by('slug', credential.organization)[0];
  const user = organization && users.by('name', nameKey(organization.OrganizationID, credential.user))[0];
  if (!organization || !user) throw new Error(`organization ${credential.organization} was not set up`);
  return { organization, user };
}

/** A worker acts in its own organization, in the name of that organization's first user. */
export function callerOfWorker(hub: Hub, worker: BridgeWorker): Caller {
  const { organizations, users } = hub.database.tables;
  const organization = organizations.get(worker.OrganizationID);
  const user = users.by('organization', worker.OrganizationID)[0];
  if (!organization || !user) throw new Error(`the organization of worker ${worker.Slug} is missing`);
  return { organization, user, worker };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

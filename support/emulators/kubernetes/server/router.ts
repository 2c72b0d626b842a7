import type { ApiContext } from '../api/context';
import { deleteCollection, deleteFromRequest } from '../api/delete';
import { answerMeta } from '../api/meta';
import { booleanParameter } from '../api/options';
import { patchFromRequest } from '../api/patch';
import { sendLog, sendThroughProxy } from '../api/pod-access';
import { getObject, listObjects } from '../api/read';
import { answerReview } from '../api/reviews';
import { scaleFromRequest } from '../api/scale';
import { issueToken } from '../api/service-account-token';
import { type Target, targetOf } from '../api/target';
import { watchObjects } from '../api/watch';
import { createFromRequest, replaceFromRequest } from '../api/write';
import { type Attempt, mayDo, refusal } from '../auth/authorizer';
import type { User } from '../auth/user';
import { isStored, verbsOf } from '../resources/lookup';
import { methodNotAllowed, noSuchPath } from '../status/refusals';
import type { Exchange } from './exchange';

const OBJECT_VERBS: Record<string, string> = {
  GET: 'get',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
  POST: 'create',
};
const COLLECTION_VERBS: Record<string, string> = { GET: 'list', POST: 'create', DELETE: 'deletecollection' };

/**
 * Leads a request to its handler, when its sender may do what it asks for.
 *
 * @throws ApiError for everything that is refused
 */
export async function route(
  context: ApiContext,
  exchange: Exchange,
  user: User,
  address: string,
): Promise<void> {
  const { path } = exchange;
  const segments = path.replace(/\/$/, '').split('/').slice(1);
  const isResource =
    (segments[0] === 'api' && segments.length > 2) || (segments[0] === 'apis' && segments.length > 3);
  if (!isResource) {
    authorize(context, user, { verb: exchange.method.toLowerCase(), path });
    if (!answerMeta(exchange, segments, address)) throw noSuchPath();
    return;
  }
  const target = targetOf(segments.includes('proxy') ? path : path.replace(/\/$/, ''));
  await handle(context, exchange, target, user);
}

function authorize(context: ApiContext, user: User, attempt: Attempt): void {
  if (!mayDo(context.registry, user, attempt)) throw refusal(user, attempt);
}

async function handle(context: ApiContext, exchange: Exchange, target: Target, user: User): Promise<void> {
  const { definition, namespace, name, subresource } = target;
  const watching = exchange.method === 'GET' && name === undefined && isWatch(exchange);
  const verb = watching ? 'watch' : (name === undefined ? COLLECTION_VERBS : OBJECT_VERBS)[exchange.method];
  if (!verb) throw methodNotAllowed();
  const home = definition.kind === 'Namespace' ? name : namespace;
  authorize(context, user, {
    verb,
    group: definition.group,
    resource: subresource ? `${definition.plural}/${subresource}` : definition.plural,
    ...(name === undefined ? {} : { name }),
    ...(home === undefined ? {} : { namespace: home }),
  });
  if (name !== undefined && subresource) return handleSubresource(context, exchange, target, name);
  if (!verbsOf(definition).includes(verb)) throw methodNotAllowed();
  if (!isStored(definition)) return answerReview(context, exchange, target, user);
  switch (verb) {
    case 'watch':
      return watchObjects(context, exchange, target);
    case 'list':
      return listObjects(context, exchange, target);
    case 'deletecollection':
      return deleteCollection(context, exchange, target);
    case 'create':
      if (name !== undefined) throw methodNotAllowed();
      return createFromRequest(context, exchange, target);
  }
  if (name === undefined) throw methodNotAllowed();
  return handleObject(context, exchange, target, name);
}

function isWatch(exchange: Exchange): boolean {
  return exchange.query.has('watch') && booleanParameter(exchange.query.get('watch') ?? '', 'watch');
}

async function handleObject(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  if (target.definition.namespaced && !target.namespace) throw methodNotAllowed();
  switch (exchange.method) {
    case 'GET':
      return getObject(context, exchange, target, name);
    case 'PUT':
      return replaceFromRequest(context, exchange, target, name);
    case 'PATCH':
      return patchFromRequest(context, exchange, target, name);
    case 'DELETE':
      return deleteFromRequest(context, exchange, target, name);
    default:
      throw methodNotAllowed();
  }
}

async function handleSubresource(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  switch (target.subresource) {
    case 'scale':
      return scaleFromRequest(context, exchange, target, name);
    case 'log':
      return sendLog(context, exchange, target, name);
    case 'proxy':
      return sendThroughProxy(context, exchange, target, name);
    case 'token':
      return issueToken(context, exchange, target, name);
    case 'status':
      if (exchange.method === 'DELETE' || exchange.method === 'POST') throw methodNotAllowed();
      return handleObject(context, exchange, target, name);
    default:
      throw methodNotAllowed();
  }
}

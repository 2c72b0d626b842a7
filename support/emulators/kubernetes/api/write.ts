import { decodeProtobuf } from '../protobuf/decode-protobuf';
import { parseJson, parseYaml, readBody } from '../server/body';
import type { Exchange } from '../server/exchange';
import { badRequest, methodNotAllowed, unsupportedMediaType } from '../status/refusals';
import type { Json } from '../store/kube-object';
import type { ApiContext } from './context';
import { decodeObject, placeObject } from './decode-object';
import { writeParameters } from './options';
import { presentObject } from './present';
import type { Target } from './target';

const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const BODY_TYPES = ['application/json', 'application/yaml', PROTOBUF];

/**
 * Reads the body of a create, update or delete, JSON unless told otherwise; undefined when there is none.
 *
 * @throws ApiError 400, 413 or 415
 */
export async function readDocument(exchange: Exchange): Promise<Json | undefined> {
  const type = exchange.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type && type !== '*/*' && !BODY_TYPES.includes(type)) throw unsupportedMediaType(BODY_TYPES);
  const body = await readBody(exchange.request);
  if (body.length === 0) return undefined;
  if (type === PROTOBUF) return decodeProtobuf(body);
  const text = body.toString();
  if (text.trim() === '') return undefined;
  return type === 'application/yaml' ? parseYaml(text) : parseJson(text);
}

/** POST to a collection: makes an object. */
export async function createFromRequest(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const { definition, namespace } = target;
  if (definition.namespaced && !namespace) throw methodNotAllowed();
  const parameters = writeParameters(exchange, 'CreateOptions');
  const object = decodeObject(exchange, definition, await bodyOf(exchange), parameters.fieldValidation);
  placeObject(object, namespace, undefined);
  const created = context.registry.createDecoded(definition, object, parameters);
  await context.registry.storage.durable();
  exchange.send(201, presentObject(exchange, definition, created, context.now()));
}

/** PUT to an object or its status: puts a new state in its place. */
export async function replaceFromRequest(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  const { definition, namespace, subresource } = target;
  const parameters = writeParameters(exchange, 'UpdateOptions');
  const object = decodeObject(exchange, definition, await bodyOf(exchange), parameters.fieldValidation);
  placeObject(object, namespace, name);
  const current = context.registry.require(definition, name, namespace);
  const change = { ...parameters, ...(subresource ? { subresource } : {}) };
  const updated = context.registry.changeDecoded(definition, current, object, change);
  await context.registry.storage.durable();
  exchange.send(200, presentObject(exchange, definition, updated, context.now()));
}

async function bodyOf(exchange: Exchange): Promise<Json> {
  const body = await readDocument(exchange);
  if (body === undefined) throw badRequest('the request has no body');
  return body;
}

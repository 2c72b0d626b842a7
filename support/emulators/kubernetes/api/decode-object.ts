import { apiVersionOf, type ResourceDefinition } from '../resources/definition';
import { definitionFor } from '../resources/lookup';
import { DecodeError, decode } from '../schema/decode';
import type { Exchange } from '../server/exchange';
import { badRequest } from '../status/refusals';
import type { Json, KubeObject } from '../store/kube-object';
import type { WriteParameters } from './options';

/**
 * Reads an object that a client sent: it must be of the resource's kind, with values of the right types. Fields that
 * the kind does not have are refused, told as a warning, or dropped, as the client asked.
 *
 * @throws ApiError 400
 */
export function decodeObject(
  exchange: Exchange,
  definition: ResourceDefinition,
  body: Json,
  validation: WriteParameters['fieldValidation'],
): KubeObject {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest("couldn't get version/kind; json parse error: the body must be one object");
  }
  const expected = apiVersionOf(definition);
  const apiVersion = body.apiVersion ?? expected;
  const kind = body.kind ?? definition.kind;
  const told = String(apiVersion).split('/').pop();
  const about = `${kind} in version ${JSON.stringify(told)} cannot be handled as a ${definition.kind}`;
  checkKind(definition, apiVersion, kind, about);
  const { value, unknownFields } = decodeOrRefuse(body, definition, about);
  if (unknownFields.length > 0) {
    const sentences = unknownFields.map((field) => `unknown field ${JSON.stringify(field)}`);
    if (validation === 'Strict') throw badRequest(`${about}: strict decoding error: ${sentences.join(', ')}`);
    if (validation === 'Warn') for (const sentence of sentences) exchange.warn(sentence);
  }
  return {
    ...value,
    apiVersion: expected,
    kind: definition.kind,
    metadata: value.metadata ?? {},
  } as unknown as KubeObject;
}

function checkKind(definition: ResourceDefinition, apiVersion: Json, kind: Json, about: string): void {
  const expected = apiVersionOf(definition);
  const known = definitionFor(String(apiVersion), String(kind));
  if (!known) {
    const what = `no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)}`;
    throw badRequest(`${about}: ${what} in scheme "pkg/runtime/scheme.go:111"`);
  }
  if (apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${expected})`,
    );
  }
  if (known.kind === definition.kind) return;
  const { version } = definition;
  throw badRequest(
    `${about}: converting (${version}.${known.kind}) to (${version}.${definition.kind}): unknown conversion`,
  );
}

function decodeOrRefuse(body: { [field: string]: Json }, definition: ResourceDefinition, about: string) {
  try {
    return decode(body, definition.type);
  } catch (error) {
    if (error instanceof DecodeError) throw badRequest(`${about}: ${error.message}`);
    throw error;
  }
}

/**
 * Sees to it that an object is where the path says.
 *
 * @throws ApiError 400 when the object says otherwise
 */
export function placeObject(
  object: KubeObject,
  namespace: string | undefined,
  name: string | undefined,
): void {
  const { metadata } = object;
  if (namespace) {
    if (metadata.namespace && metadata.namespace !== namespace) {
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    metadata.namespace = namespace;
  }
  if (name === undefined) return;
  if (metadata.name !== undefined && metadata.name !== name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  metadata.name = name;
}

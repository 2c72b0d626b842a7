import { applyJsonPatch, PatchError } from '../patch/json-patch';
import { applyMergePatch } from '../patch/merge-patch';
import { applyStrategicMerge } from '../patch/strategic-merge';
import { DecodeError, decode } from '../schema/decode';
import type { FieldType } from '../schema/types';
import { parseJson, readBody } from '../server/body';
import type { Exchange } from '../server/exchange';
import { ApiError } from '../status/api-error';
import { badRequest, invalidPatch, unsupportedPatchType } from '../status/refusals';
import type { Json, KubeObject } from '../store/kube-object';
import { applyFromRequest } from './apply';
import type { ApiContext } from './context';
import { placeObject } from './decode-object';
import { type WriteParameters, writeParameters } from './options';
import { presentObject } from './present';
import type { Target } from './target';

const APPLY = 'application/apply-patch+yaml';
const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const PATCH_TYPES = [JSON_PATCH, MERGE_PATCH, STRATEGIC, APPLY];

/** The kind of patch that a request carries; undefined for one that the server does not know. */
export function patchTypeOf(exchange: Exchange): string | undefined {
  const type = exchange.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return PATCH_TYPES.includes(type) ? type : undefined;
}

/** PATCH of an object or its status, in any of the four ways. */
export async function patchFromRequest(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  const { definition, namespace, subresource } = target;
  const type = patchTypeOf(exchange);
  if (!type) throw unsupportedPatchType();
  const parameters = writeParameters(exchange, 'PatchOptions', type === APPLY);
  const text = (await readBody(exchange.request)).toString();
  if (type === APPLY) return applyFromRequest(context, exchange, target, name, text, parameters);
  const patch = parseJson(text);
  const current = context.registry.require(definition, name, namespace);
  const patched = patchDocument(current as unknown as Json, patch, type, definition.type, text);
  const next = decodePatched(
    exchange,
    patched,
    definition.type,
    parameters,
    type === STRATEGIC ? text : JSON.stringify(patched),
  ) as unknown as KubeObject;
  checkKindKept(current, next);
  placeObject(next, undefined, name);

  const change = { ...parameters, ...(subresource ? { subresource } : {}) };
  const updated = context.registry.changeDecoded(definition, current, next, change);
  await context.registry.storage.durable();
  exchange.send(200, presentObject(exchange, definition, updated, context.now()));
}

/**
 * A document with a patch carried out.
 *
 * @param text the patch as it was sent, for the refusal
 * @throws ApiError 400 or 422
 */
export function patchDocument(
  document: Json,
  patch: Json,
  patchType: string,
  type: FieldType,
  text: string,
): Json {
  try {
    if (patchType === JSON_PATCH) return applyJsonPatch(document, operations(patch));
    if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
      const found = Array.isArray(patch) ? 'array' : typeof patch;
      throw badRequest(
        `error decoding patch: json: cannot unmarshal ${found} into Go value of type map[string]interface {}`,
      );
    }
    return patchType === MERGE_PATCH
      ? applyMergePatch(document, patch)
      : applyStrategicMerge(document, patch, type);
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    throw patchType === JSON_PATCH ? invalidRequest() : invalidPatch(shorten(text), error.message);
  }
}

function operations(patch: Json): Json[] {
  if (Array.isArray(patch)) return patch;
  const found = patch === null ? 'null' : typeof patch;
  throw badRequest(
    `error decoding patch: json: cannot unmarshal ${found} into Go value of type []handlers.jsonPatchOp`,
  );
}

function invalidRequest(): ApiError {
  return new ApiError(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
}

function decodePatched(
  exchange: Exchange,
  patched: Json,
  type: FieldType,
  { fieldValidation }: WriteParameters,
  text: string,
): Json {
  try {
    const { value, unknownFields } = decode(patched, type);
    const sentences = unknownFields.map((field) => `unknown field ${JSON.stringify(field)}`);
    if (sentences.length > 0 && fieldValidation === 'Strict') {
      throw invalidPatch(shorten(text), `strict decoding error: ${sentences.join(', ')}`);
    }
    if (fieldValidation === 'Warn') for (const sentence of sentences) exchange.warn(sentence);
    return value;
  } catch (error) {
    if (error instanceof DecodeError) throw invalidPatch(shorten(text), error.message);
    throw error;
  }
}

function checkKindKept(current: KubeObject, next: KubeObject): void {
  if (next.apiVersion === current.apiVersion && next.kind === current.kind && next.metadata) return;
  throw badRequest(
    `the patch must keep apiVersion ${current.apiVersion}, kind ${current.kind} and the metadata`,
  );
}

const shorten = (text: string): string => (text.length > 1000 ? `${text.slice(0, 1000)}…` : text);

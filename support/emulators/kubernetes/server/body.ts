import type { IncomingMessage } from 'node:http';
import { badRequest, tooLarge } from '../status/refusals';
import type { Json } from '../store/kube-object';

/** Bytes that the server reads of a body, as the API server does. */
export const BODY_LIMIT = 3 * 1024 * 1024;
const DEEPEST = 1000;

/**
 * Reads the body of a request.
 *
 * @throws ApiError 413 when it is longer than the server reads
 */
export async function readBody(request: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads JSON, and no deeper than the server can walk.
 *
 * @throws ApiError 400 with a sentence
 */
export function parseJson(text: string): Json {
  checkDepth(text);
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw badRequest(`json parse error: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Reads YAML or JSON.
 *
 * @throws ApiError 400 with a sentence
 */
export function parseYaml(text: string): Json {
  if (/^\s*[{[]/.test(text)) {
    checkDepth(text);
    try {
      return JSON.parse(text) as Json;
    } catch {
      return parseYamlText(text);
    }
  }
  return parseYamlText(text);
}

function parseYamlText(text: string): Json {
  checkDepth(text);
  const { parse } = require('yaml') as typeof import('yaml');
  try {
    return parse(text, { maxAliasCount: 100, uniqueKeys: true, version: '1.2' }) as Json;
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw badRequest(`error decoding YAML: ${line}`);
  }
}

function checkDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (quoted) {
      if (character === 0x5c) index += 1;
      else if (character === 0x22) quoted = false;
    } else if (character === 0x22) quoted = true;
    else if (character === 0x7b || character === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) throw badRequest(`json parse error: exceeded max depth ${DEEPEST}`);
    } else if (character === 0x7d || character === 0x5d) depth -= 1;
  }
}

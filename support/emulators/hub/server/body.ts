import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import { badRequest } from '../errors/api-error';

/** A request body may be this large; the largest unit of a tutorial is some kilobytes. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;
const MAX_DEPTH = 100;

/**
 * Reads a JSON body. Empty is undefined.
 * @throws ApiError 400 when it is too large, of another content type, no UTF-8, no JSON, or nested too deep
 */
export async function readBody(request: IncomingMessage | Http2ServerRequest): Promise<unknown> {
  const bytes = await collect(request);
  if (bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (type !== '' && !/^application\/([a-z-]+\+)?json\b/i.test(type))
    throw badRequest(`the body must be application/json, not ${type}`);
  return parseJson(decodeText(bytes));
}

async function collect(request: IncomingMessage | Http2ServerRequest): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge() {
  return badRequest(`the body is larger than ${MAX_BODY_BYTES / 1024 / 1024} MiB`);
}

/** Strict UTF-8. @throws ApiError 400 */
export function decodeText(bytes: Buffer, what = 'the body'): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest(`${what} is not UTF-8 text`);
  }
}

/** JSON with a limit to its nesting. @throws ApiError 400 */
export function parseJson(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw badRequest(`the JSON body is nested deeper than ${MAX_DEPTH} levels`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`the body is not JSON: ${(error as Error).message}`);
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (quoted) {
      if (character === 0x5c) at++;
      else if (character === 0x22) quoted = false;
    } else if (character === 0x22) quoted = true;
    else if (character === 0x7b || character === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (character === 0x7d || character === 0x5d) depth--;
  }
  return deepest;
}

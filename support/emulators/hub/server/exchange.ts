import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { ApiError } from '../errors/api-error';
import type { Hub } from '../hub';
import { Query } from '../routing/query';
import { Answer, type Call, type LineStream, type Route, StreamAnswer } from '../routing/route';
import type { Router } from '../routing/router';
import { authenticate } from '../sign-in/authenticate';
import { readBody } from './body';

export type Request = IncomingMessage | Http2ServerRequest;
export type Response = ServerResponse | Http2ServerResponse;

/** Answers one request: route, credential, query, body, handler, and only when all is on disk, the answer. */
export async function exchange(
  hub: Hub,
  router: Router,
  request: Request,
  response: Response,
): Promise<void> {
  const requestId = hub.ids();
  response.setHeader('X-Request-Id', requestId);
  try {
    const result = await carryOut(hub, router, request);
    await hub.database.durable();
    if (result instanceof StreamAnswer) openStream(request, response, result);
    else send(response, result instanceof Answer ? result : new Answer(200, result));
  } catch (error) {
    sendError(hub, request, response, requestId, error);
  }
  if (hub.verbose) tell(hub, request, response.statusCode);
}

/** Requests that only look are not told: there are many, and they change nothing. Queries may hold what nobody else should see. */
function tell(hub: Hub, { method, url = '' }: Request, status: number): void {
  if (method !== 'GET' || status >= 400) hub.log(`${method} ${split(url)[0]} ${status}`);
}

async function carryOut(hub: Hub, router: Router, request: Request): Promise<unknown> {
  const method = request.method ?? '';
  const [path = '', search = ''] = split(request.url ?? '');
  const { route, params } = router.match(method, path);
  const caller = authenticate(hub, request.headers.authorization, route, params);
  const query = new Query(search, route.query ?? {}, `${method} ${route.path}`);
  const body = await readBody(request);
  const userAgent = String(request.headers['user-agent'] ?? '');
  return runHandler(route, { hub, caller, params, query, body, userAgent });
}

async function runHandler(route: Route, call: Call): Promise<unknown> {
  return route.handler(call);
}

function split(url: string): [string, string] {
  const at = url.indexOf('?');
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

function send(response: Response, answer: Answer): void {
  const text =
    answer.contentType === 'text/plain' ? String(answer.body) : JSON.stringify(answer.body ?? null);
  write(response, answer.status, answer.contentType, text);
}

function write(response: Response, status: number, contentType: string, text: string): void {
  const bytes = Buffer.from(text);
  response.statusCode = status;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Length', bytes.length);
  (response as ServerResponse).end(bytes);
}

function sendError(hub: Hub, request: Request, response: Response, requestId: string, error: unknown): void {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (status === 500)
    hub.log(`request ${requestId} failed: ${error instanceof Error ? error.stack : message}`);
  if (response.headersSent) return;
  if (!request.readableEnded && 'httpVersionMajor' in request && request.httpVersionMajor === 1)
    response.setHeader('Connection', 'close');
  write(response, status, 'application/json', JSON.stringify({ Code: String(status), Message: message }));
}

function statusOf(error: unknown): number {
  if (error instanceof ApiError) return error.status;
  return (error as { status?: unknown }).status === 400 ? 400 : 500;
}

function openStream(request: Request, response: Response, answer: StreamAnswer): void {
  response.statusCode = 200;
  response.setHeader('Content-Type', 'text/event-stream');
  response.setHeader('Cache-Control', 'no-cache');
  const out = response as ServerResponse;
  out.on('error', () => out.destroy());
  out.write(': connected\n\n');
  const stream: LineStream = {
    send: (line) => void out.write(`${line}\n`),
    close: () => void out.end(),
    onClose: (listener) => void out.on('close', listener),
    remoteAddress: request.socket?.remoteAddress ?? '',
  };
  answer.start(stream);
}

import { createInterface } from 'node:readline';
import { type Exchange, type Interception, path, query, type Reply } from './exchange';
import { type Answer, forward, type Upstream } from './forward';
import { type Incoming, type Outgoing, servePlain, serveTls } from './serve';

export interface Interceptor {
  /** Where clients go instead of to the real server. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Stands between clients and a server and does to their traffic what `interception` says; all else passes as it is.
 *
 * @param identity key and certificate when clients come by https; both are the real server's, so that its kubeconfig serves
 */
export async function startInterceptor(
  upstream: Upstream,
  interception: Interception,
  identity?: { key: string; cert: string },
): Promise<Interceptor> {
  const handler = (request: Incoming, response: Outgoing) => {
    pass(upstream, interception, request, response).catch((error: Error) => refuse(response, error));
  };
  const listening = await (identity ? serveTls(identity, handler) : servePlain(handler));
  return {
    url: `${identity ? 'https' : 'http'}://127.0.0.1:${listening.port}`,
    stop: listening.close,
  };
}

async function pass(
  upstream: Upstream,
  interception: Interception,
  request: Incoming,
  response: Outgoing,
): Promise<void> {
  const exchange: Exchange = {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: request.headers,
    body: await textOf(request),
  };
  const instead = await interception.request?.(exchange);
  if (instead) return give(response, instead);
  const answer = await forward(upstream, exchange, request.httpVersionMajor === 2);
  if (neverEnds(exchange)) return passLines(interception, exchange, answer, response);
  const reply: Reply = { status: answer.status, headers: answer.headers, body: await textOf(answer.body) };
  await interception.reply?.(exchange, reply);
  give(response, reply);
}

function neverEnds(exchange: Exchange): boolean {
  return (
    /\/(stream|bundles)$/.test(path(exchange)) || ['true', '1'].includes(query(exchange).get('watch') ?? '')
  );
}

async function passLines(
  interception: Interception,
  exchange: Exchange,
  answer: Answer,
  response: Outgoing,
): Promise<void> {
  response.on('close', answer.cancel);
  begin(response, answer.status, answer.headers);
  try {
    for await (const line of createInterface({ input: answer.body })) {
      for (const passed of interception.line?.(exchange, line) ?? [line]) write(response, `${passed}\n`);
    }
  } finally {
    response.end();
  }
}

function give(response: Outgoing, reply: Reply): void {
  begin(response, reply.status, {
    ...reply.headers,
    'content-length': String(Buffer.byteLength(reply.body)),
  });
  write(response, reply.body);
  response.end();
}

function begin(response: Outgoing, status: number, headers: Record<string, string>): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if ('flushHeaders' in response) response.flushHeaders();
}

function write(response: Outgoing, text: string): void {
  (response.write as (text: string) => boolean).call(response, text);
}

function refuse(response: Outgoing, error: Error): void {
  if (response.headersSent) return void response.end();
  give(response, {
    status: 502,
    headers: { 'content-type': 'text/plain' },
    body: `the interceptor failed: ${error.message}`,
  });
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

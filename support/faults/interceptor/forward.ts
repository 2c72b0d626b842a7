import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:http2';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import type { Exchange } from './exchange';

export interface Upstream {
  /** Base URL of the real server. */
  url: string;
  /** Certificate authority of an https server. */
  ca?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Readable;
  /** Ends a never-ending answer from this side. */
  cancel(): void;
}

const CONNECTION_HEADERS = new Set([
  'connection',
  'host',
  'transfer-encoding',
  'content-length',
  'keep-alive',
  'te',
]);

/** Passes a request on to the real server, in the version of HTTP it came in. @throws Error when the server cannot be reached */
export function forward(upstream: Upstream, exchange: Exchange, isHttp2: boolean): Promise<Answer> {
  return isHttp2 ? forwardHttp2(upstream, exchange) : forwardHttp1(upstream, exchange);
}

function forwardHttp1({ url, ca }: Upstream, exchange: Exchange): Promise<Answer> {
  const target = new URL(exchange.url, url);
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((answer, fail) => {
    const request = send(
      target,
      {
        method: exchange.method,
        ca,
        headers: { ...passedOn(exchange.headers), 'content-length': Buffer.byteLength(exchange.body) },
      },
      (response) =>
        answer({
          status: response.statusCode ?? 502,
          headers: passedOn(response.headers),
          body: response,
          cancel: () => request.destroy(),
        }),
    );
    request.on('error', fail);
    request.end(exchange.body);
  });
}

function forwardHttp2({ url }: Upstream, exchange: Exchange): Promise<Answer> {
  return new Promise((answer, fail) => {
    const session = connect(url);
    session.on('error', fail);
    const stream = session.request(
      { ':method': exchange.method, ':path': exchange.url, ...passedOn(exchange.headers) },
      { endStream: exchange.body === '' },
    );
    stream.on('error', fail);
    stream.on('close', () => session.close());
    stream.on('response', (headers) =>
      answer({
        status: Number(headers[':status']),
        headers: passedOn(headers),
        body: stream,
        cancel: () => session.destroy(),
      }),
    );
    if (exchange.body !== '') stream.end(exchange.body);
  });
}

function passedOn(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(
        ([name, value]) => value !== undefined && !name.startsWith(':') && !CONNECTION_HEADERS.has(name),
      )
      .map(([name, value]) => [name, String(value)]),
  );
}

import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import { type Listener, onLoopback } from '../../emulators/hub/server/on-loopback';
import { peek } from '../../emulators/hub/server/prior-knowledge';

export type Incoming = IncomingMessage | Http2ServerRequest;
export type Outgoing = ServerResponse | Http2ServerResponse;
export type Handler = (request: Incoming, response: Outgoing) => void;

/** Listens on a free loopback port for HTTP/1.1 and for HTTP/2 with prior knowledge, as a hub does. */
export function servePlain(handler: Handler): Promise<Listener> {
  const http1 = createHttpServer({ maxHeaderSize: 1024 * 1024 }, handler);
  const http2 = createHttp2Server(handler);
  http2.on('sessionError', () => undefined);
  return onLoopback(
    createServer((socket) => peek(socket, (isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket))),
    0,
  );
}

/** Listens on a free loopback port for HTTPS, as a Kubernetes API server does. */
export function serveTls(identity: { key: string; cert: string }, handler: Handler): Promise<Listener> {
  return onLoopback(createHttpsServer(identity, handler), 0);
}

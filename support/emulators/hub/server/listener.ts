import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { createServer, type Socket } from 'node:net';
import type { Hub } from '../hub';
import type { Router } from '../routing/router';
import { exchange, type Request, type Response } from './exchange';
import { type Listener, onLoopback } from './on-loopback';
import { peek } from './prior-knowledge';

/** Bulk commands put hundreds of ids into a query. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** Listens on one loopback port for HTTP/1.1 and for HTTP/2 with prior knowledge. @throws Error when the port is taken */
export async function listen(hub: Hub, router: Router, port: number): Promise<Listener> {
  const answer = (request: Request, response: Response) => void exchange(hub, router, request, response);
  const http1 = createHttpServer({ maxHeaderSize: MAX_HEADER_BYTES }, answer);
  const http2 = createHttp2Server(answer);
  http1.on('clientError', (error, socket) => refuseMalformed(error, socket as Socket, hub.ids()));
  http2.on('sessionError', () => undefined);
  const server = createServer((socket) =>
    peek(socket, (isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket)),
  );
  return onLoopback(server, port);
}

function refuseMalformed(error: Error, socket: Socket, requestId: string): void {
  if (!socket.writable) return;
  const body = JSON.stringify({
    Code: '400',
    Message: `the request is not well-formed HTTP: ${error.message}`,
  });
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json',
    `X-Request-Id: ${requestId}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

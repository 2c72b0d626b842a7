import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { peek } from '../../emulators/hub/server/prior-knowledge';

export type Incoming = IncomingMessage | Http2ServerRequest;
export type Outgoing = ServerResponse | Http2ServerResponse;
export type Handler = (request: Incoming, response: Outgoing) => void;

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** Listens on a free loopback port for HTTP/1.1 and for HTTP/2 with prior knowledge, as a hub does. */
export function servePlain(handler: Handler): Promise<Listening> {
  const http1 = createHttpServer({ maxHeaderSize: 1024 * 1024 }, handler);
  const http2 = createHttp2Server(handler);
  http2.on('sessionError', () => undefined);
  return listen(
    createServer((socket) => peek(socket, (isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket))),
  );
}

/** Listens on a free loopback port for HTTPS, as a Kubernetes API server does. */
export function serveTls(identity: { key: string; cert: string }, handler: Handler): Promise<Listening> {
  return listen(createHttpsServer(identity, handler));
}

async function listen(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

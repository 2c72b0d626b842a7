import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { ApiContext } from '../api/context';
import { authenticate } from '../auth/authenticate';
import type { Certificate } from '../auth/certificates';
import { answerCheckpoints, type CheckpointRoutes } from '../checkpoints/routes';
import { ApiError } from '../status/api-error';
import { Exchange } from './exchange';
import { route } from './router';

const IDLE_CONNECTIONS_LIVE = 120_000;

/** Everything that a request can need. */
export interface ServerParts {
  context: ApiContext;
  checkpoints: CheckpointRoutes;
  log: (line: string) => void;
}

/** The HTTPS server, listening on 127.0.0.1. */
export interface RunningServer {
  port: number;
  /** Takes no more requests and cuts all connections. */
  close(): Promise<void>;
}

/**
 * Starts to listen, before there is anything to answer with: requests wait for `parts`.
 *
 * @throws Error when the port is taken
 */
export async function listen(
  certificate: Certificate,
  port: number,
  parts: Promise<ServerParts>,
): Promise<RunningServer> {
  const server = createServer(
    { ...certificate, keepAliveTimeout: IDLE_CONNECTIONS_LIVE },
    (request, response) => {
      void parts.then((ready) => answer(ready, request, response));
    },
  );
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server, sockets) };
}

/** Also connections that are still shaking hands are cut: the HTTP server does not know of them. */
function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

async function answer(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange = new Exchange(request, response);
  try {
    const user = authenticate(parts.context.tokens, request);
    if (answerCheckpoints(parts.checkpoints, exchange, user)) return;
    await route(parts.context, exchange, user, request.headers.host ?? '');
  } catch (error) {
    if (error instanceof ApiError) exchange.refuse(error);
    else if (response.destroyed || request.destroyed) return;
    else {
      parts.log(`${exchange.method} ${exchange.path}: ${error instanceof Error ? error.stack : error}`);
      exchange.refuse(new ApiError(500, 'InternalError', `Internal error occurred: ${describe(error)}`));
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

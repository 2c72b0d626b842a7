import type { AddressInfo, Server, Socket } from 'node:net';

export interface Listener {
  /** The port that was given. */
  port: number;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/** Listens on a loopback port, 0 for a free one, and keeps count of its connections. @throws Error when the port is taken */
export async function onLoopback(server: Server, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

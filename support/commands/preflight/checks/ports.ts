import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { bad, type Check, good } from '../check';

/** Whether a server can be opened on the loopback interface, and reached there. */
export const ports: Check = async () => {
  const server = createServer((socket) => socket.end());
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
    return good('Ports on 127.0.0.1 can be opened and reached');
  } catch (error) {
    return bad(
      `No port on 127.0.0.1 can be used: ${(error as Error).message}`,
      'allow programs to listen on the loopback interface; a sandbox or a firewall forbids it',
    );
  } finally {
    server.close();
  }
};

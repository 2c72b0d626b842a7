import type { Socket } from 'node:net';

const PREFACE = 'PRI';

/**
 * Tells HTTP/2 with prior knowledge from HTTP/1.1 by the first bytes of a connection, which are put back before `decide`
 * is called with the answer. The worker's stream speaks only HTTP/2, everything else HTTP/1.1, on one port.
 */
export function peek(socket: Socket, decide: (isHttp2: boolean) => void): void {
  let seen = Buffer.alloc(0);
  socket.setNoDelay(true);
  const look = (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk]);
    const start = seen.toString('latin1', 0, PREFACE.length);
    if (start.length < PREFACE.length && PREFACE.startsWith(start)) return;
    socket.off('data', look);
    socket.pause();
    socket.unshift(seen);
    decide(start === PREFACE);
    if (start !== PREFACE) socket.resume();
  };
  socket.on('data', look);
}

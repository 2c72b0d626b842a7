import { once } from 'node:events';
import { createServer, type Http2Server, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { ActionResult, HubEvent, UnitOperation } from '../hub/messages';

/** A hub's worker port, HTTP/2 with prior knowledge, for tests: it hands out events and keeps what comes back. */
export class FakeHub {
  readonly secret = 'correct-horse-battery';
  readonly workerId = '11111111-1111-4111-8111-111111111111';
  readonly registrations: unknown[] = [];
  readonly results: ActionResult[] = [];
  private readonly sessions = new Set<ServerHttp2Session>();
  private stream?: ServerHttp2Stream;
  private waiting: Array<() => void> = [];

  private constructor(private readonly server: Http2Server) {
    server.on('session', (session) => {
      this.sessions.add(session);
      session.on('close', () => this.sessions.delete(session));
    });
    server.on(
      'stream',
      (stream, headers) => void this.answer(stream, headers[':path'] ?? '', headers.authorization ?? ''),
    );
  }

  static async start(): Promise<FakeHub> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FakeHub(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Writes lines to the open stream just as they are. */
  write(lines: string): void {
    this.stream?.write(lines);
  }

  send(event: HubEvent): void {
    this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  ask(Action: 'Apply' | 'Destroy' | 'Refresh' | 'Import' | 'Finalize', Payload: UnitOperation): void {
    this.send({ Event: 'BridgeWorkerEvent', Data: { Action, Payload } });
  }

  endStream(): void {
    this.stream?.end();
  }

  /** Waits until what happened at the hub satisfies `holds`. */
  async until<T>(holds: () => T | undefined | false): Promise<T> {
    for (;;) {
      const answer = holds();
      if (answer) return answer;
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }

  /** The final result of the operation with this id. */
  final(operationId: string): Promise<ActionResult> {
    return this.until(() => this.results.find((r) => r.QueuedOperationID === operationId && r.TerminatedAt));
  }

  async stop(): Promise<void> {
    for (const session of this.sessions) session.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(stream: ServerHttp2Stream, path: string, authorization: string): Promise<void> {
    stream.on('error', () => undefined);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    if (authorization !== `Bearer ${this.secret}`)
      return end(stream, 401, { Code: '401', Message: 'unknown worker' });
    if (path.endsWith('/me')) return end(stream, 200, { Slug: 'trader' });
    if (path.endsWith('/action_result')) {
      this.results.push(JSON.parse(body) as ActionResult);
      end(stream, 200, {});
    } else {
      this.registrations.push(JSON.parse(body));
      this.stream = stream;
      stream.respond({ ':status': 200, 'content-type': 'text/event-stream' });
      stream.write(': hello\n\n');
    }
    for (const wake of this.waiting.splice(0)) wake();
  }
}

function end(stream: ServerHttp2Stream, status: number, body: unknown): void {
  stream.respond({ ':status': status, 'content-type': 'application/json' });
  stream.end(JSON.stringify(body));
}

import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import type { HubUnderTest } from './hub-under-test';

/** An event as the hub sends it. */
export interface WorkerEvent {
  Event: string;
  Data: { Action: string; Payload: Record<string, string> & { RevisionNum: number } };
}

/** A worker that speaks HTTP/2 with prior knowledge, as the real one does, and does what a test tells it. */
export class WorkerUnderTest {
  readonly events: WorkerEvent[] = [];
  private readonly session: ClientHttp2Session;
  private stream: ClientHttp2Stream | undefined;
  private wake: () => void = () => undefined;
  private buffer = '';
  closed = false;

  constructor(
    hub: HubUnderTest,
    private readonly id: string,
    private readonly secret: string,
  ) {
    this.session = connect(hub.url);
    this.session.on('error', () => undefined);
  }

  /** Opens the stream and offers one target. Resolves with the status when the hub has answered. */
  open(target: string): Promise<number> {
    const info = { BridgeWorkerInfo: { SupportedConfigTypes: [configType(target)] }, FunctionWorkerInfo: {} };
    const stream = this.post('stream', info);
    this.stream = stream;
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => this.receive(text));
    stream.on('close', () => {
      this.closed = true;
      this.wake();
    });
    return new Promise((resolve) =>
      stream.once('response', (headers) => resolve(Number(headers[':status']))),
    );
  }

  /** The next event that a test has not taken. */
  async next(): Promise<WorkerEvent> {
    await this.until(() => this.events.length > 0, 'an event');
    return this.events.shift() as WorkerEvent;
  }

  /** Resolves when a condition holds; looks again whenever the hub sends or closes. */
  async until(condition: () => boolean, awaited: string): Promise<void> {
    const deadline = setTimeout(() => this.wake(), 5000);
    const started = Date.now();
    while (!condition()) {
      if (Date.now() - started >= 5000) throw new Error(`waited 5 s for ${awaited}`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    clearTimeout(deadline);
  }

  /** Reports on an operation. */
  report(event: WorkerEvent, Status: string, Result: string, more: object = {}): Promise<number> {
    const { UnitID, SpaceID, QueuedOperationID, RevisionNum } = event.Data.Payload;
    const ids = { UnitID, SpaceID, QueuedOperationID, RevisionNum, Action: event.Data.Action };
    return this.send({ ...ids, Status, Result, Message: Status, StartedAt: '2026-01-01T00:00:00Z', ...more });
  }

  /** Sends any body as an action result; answers the status. */
  send(body: object): Promise<number> {
    const stream = this.post('action_result', body);
    stream.resume();
    return new Promise((resolve) =>
      stream.once('response', (headers) => resolve(Number(headers[':status']))),
    );
  }

  close(): void {
    this.stream?.close();
    this.session.destroy();
  }

  private post(route: string, body: object): ClientHttp2Stream {
    const stream = this.session.request({
      ':method': 'POST',
      ':path': `/api/bridge_worker/${this.id}/${route}`,
      authorization: `Bearer ${this.secret}`,
      'content-type': 'application/json',
    });
    stream.on('error', () => undefined);
    stream.end(JSON.stringify(body));
    return stream;
  }

  private receive(text: string): void {
    const lines = (this.buffer + text).split('\n');
    this.buffer = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) this.events.push(JSON.parse(line.slice(6)));
    this.wake();
  }
}

function configType(target: string): object {
  const AvailableTargets = [{ Name: target, Params: { KubeContext: 'microtraderx', WaitTimeout: '2m0s' } }];
  return { ToolchainType: 'Kubernetes/YAML', ProviderType: 'Kubernetes', AvailableTargets };
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type RunningCluster, startCluster } from '../start';
import type { KubeObject } from '../store/kube-object';

/** An answer, its body read as JSON where it is JSON. */
export interface Answer<T = KubeObject> {
  status: number;
  headers: IncomingMessage['headers'];
  body: T;
}

/** A request of a test. */
export interface Ask {
  body?: unknown;
  contentType?: string;
  accept?: string;
  token?: string | null;
  headers?: Record<string, string>;
}

interface Kubeconfig {
  clusters: { cluster: { 'certificate-authority-data': string } }[];
  users: { user: { token: string } }[];
}

/** A cluster of a test's own, reached over HTTPS as any client reaches it. */
export class TestCluster {
  readonly ca: Buffer;
  readonly token: string;
  private readonly agent: Agent;

  private constructor(
    readonly folder: string,
    private readonly cluster: Pick<RunningCluster, 'url' | 'kubeconfig' | 'stop'>,
    /** What the server told its log. */
    readonly log: string[],
  ) {
    const config = parse(readFileSync(cluster.kubeconfig, 'utf8')) as Kubeconfig;
    this.ca = Buffer.from(config.clusters[0]?.cluster['certificate-authority-data'] ?? '', 'base64');
    this.token = config.users[0]?.user.token ?? '';
    this.agent = new Agent({ keepAlive: true });
  }

  /** Starts one in a folder, a new one unless given. */
  static async start(
    options: { folder?: string; historyLimit?: number; pace?: number } = {},
  ): Promise<TestCluster> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'cluster-'));
    const { historyLimit, pace = 100 } = options;
    const log: string[] = [];
    const cluster = await startCluster(
      { state: folder, port: 0, pace, ...(historyLimit ? { historyLimit } : {}) },
      (line) => void log.push(line),
    );
    return new TestCluster(folder, cluster, log);
  }

  /** A cluster that runs as a process of its own. */
  static at(folder: string, ready: { url: string; kubeconfig: string }): TestCluster {
    return new TestCluster(folder, { ...ready, stop: async () => undefined }, []);
  }

  get url(): string {
    return this.cluster.url;
  }

  get kubeconfig(): string {
    return this.cluster.kubeconfig;
  }

  /** Sends a request and reads the whole answer. */
  async ask<T = KubeObject>(method: string, path: string, ask: Ask = {}): Promise<Answer<T>> {
    const response = await this.open(method, path, ask);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const isJson = response.headers['content-type']?.startsWith('application/json');
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: (isJson && text ? JSON.parse(text) : text) as T,
    };
  }

  /** Sends a request and hands over the answer as a stream. */
  open(method: string, path: string, ask: Ask = {}): Promise<IncomingMessage> {
    const { body, contentType = 'application/json', accept, token = this.token, headers } = ask;
    const text =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port: new URL(this.url).port,
        path,
        method,
        ca: this.ca,
        agent: this.agent,
        headers: {
          ...(body === undefined
            ? {}
            : { 'content-type': contentType, 'content-length': Buffer.byteLength(text ?? '') }),
          ...(accept ? { accept } : {}),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          'user-agent': 'test-client/1.0',
          ...headers,
        },
      });
      sent.once('response', resolve);
      sent.once('error', reject);
      sent.end(
        body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      );
    });
  }

  /** Server-side apply. */
  apply<T = KubeObject>(path: string, manager: string, body: unknown, query = ''): Promise<Answer<T>> {
    return this.ask<T>('PATCH', `${path}?fieldManager=${manager}${query}`, {
      body,
      contentType: 'application/apply-patch+yaml',
    });
  }

  /** Asks again and again until an answer is as wanted. */
  async until<T = KubeObject>(
    path: string,
    what: string,
    wanted: (answer: Answer<T>) => boolean,
  ): Promise<Answer<T>> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const answer = await this.ask<T>('GET', path);
      if (wanted(answer)) return answer;
      if (Date.now() > deadline)
        throw new Error(`waited for ${what} at ${path}; last: ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Stops it; its folder stays when `keep` says so. */
  async stop(keep = false): Promise<void> {
    this.agent.destroy();
    await this.cluster.stop();
    if (!keep) rmSync(this.folder, { recursive: true, force: true });
  }
}

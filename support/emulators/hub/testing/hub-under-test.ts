import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningHub, startHub } from '../start';

/** One answer of the hub. `json` is undefined when the body is no JSON. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json: unknown;
}

/** A request that may be as wrong as a test wants it: `raw` is sent as it stands. */
export interface Ask {
  method?: string;
  body?: unknown;
  raw?: string | Buffer;
  headers?: Record<string, string>;
}

/** A hub on a port of its own with a state folder of its own, and a client that speaks for its one user. */
export class HubUnderTest {
  readonly state = mkdtempSync(join(tmpdir(), 'hub-test-'));
  readonly logged: string[] = [];
  private running: RunningHub | undefined;
  private clock = Date.parse('2026-01-01T00:00:00Z');

  async start(): Promise<this> {
    this.running = await startHub(
      { state: this.state, port: 0 },
      {
        now: () => new Date(this.clock++).toISOString(),
        ids: () => randomUUID(),
        secrets: () => `secret-${randomUUID()}`,
        log: (line) => void this.logged.push(line),
      },
    );
    return this;
  }

  /** Stops and starts again on the same state. */
  async restart(): Promise<void> {
    await this.hub.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.hub.stop();
    rmSync(this.state, { recursive: true });
  }

  get hub(): RunningHub {
    assert(this.running, 'the hub was not started');
    return this.running;
  }

  get url(): string {
    return this.hub.url;
  }

  get token(): string {
    return this.hub.hub.credentials[0]?.token ?? '';
  }

  /** Lets time pass. */
  later(milliseconds: number): void {
    this.clock += milliseconds;
  }

  /** Sends a request to a path; those that begin with `/api` or not, as given. */
  ask(path: string, { method = 'GET', body, raw, headers }: Ask = {}): Promise<Reply> {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const all = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers };
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, headers: all }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) });
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  /** A request that must succeed; answers its JSON. */
  async do<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await this.ask(`/api${path}`, { method, body });
    assert(reply.status === 200 || reply.status === 207, `${method} ${path}: ${reply.status} ${reply.text}`);
    return reply.json as T;
  }

  /** A request that must be refused; answers the message. */
  async refused(status: number, method: string, path: string, body?: unknown): Promise<string> {
    const reply = await this.ask(`/api${path}`, { method, body });
    const { Code, Message } = reply.json as { Code: string; Message: string };
    assert.equal(`${reply.status} ${Code}`, `${status} ${status}`, Message);
    return Message;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

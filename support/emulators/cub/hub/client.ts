import { Agent, type IncomingMessage, request as send } from 'node:http';
import { Failure } from '../failure';
import { encodeQuery, type Query } from './query';

export interface Answer {
  status: number;
  /** The parsed body; undefined when there was none or it was no JSON. */
  body: unknown;
}

export interface HubOptions {
  /** `scheme://host[:port]`, no path. */
  url: string;
  /** Value of the Authorization header. */
  authorization: string | undefined;
  /** Receives a dump of each request and response, when wanted. */
  trace?: (text: string) => void;
}

const MERGE_PATCH = 'application/merge-patch+json';

/** Talks to a ConfigHub server over node:http, which starts faster than fetch. One connection serves a whole command. */
export class Hub {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly options: HubOptions) {}

  get(path: string, query: Query = {}): Promise<Answer> {
    return this.exchange('GET', path, query);
  }

  post(path: string, body: unknown, query: Query = {}): Promise<Answer> {
    return this.exchange(
      'POST',
      path,
      query,
      body === undefined ? undefined : JSON.stringify(body),
      'application/json',
    );
  }

  put(path: string, body: unknown, query: Query = {}): Promise<Answer> {
    return this.exchange('PUT', path, query, JSON.stringify(body), 'application/json');
  }

  /** PATCH with a JSON merge patch given as text, or `null`. */
  patch(path: string, patch: string, query: Query = {}): Promise<Answer> {
    return this.exchange('PATCH', path, query, patch, MERGE_PATCH);
  }

  /** POST of a merge patch: how bulk creation customises what it clones. */
  bulkCreate(path: string, patch: string, query: Query = {}): Promise<Answer> {
    return this.exchange('POST', path, query, patch, MERGE_PATCH);
  }

  delete(path: string, query: Query = {}): Promise<Answer> {
    return this.exchange('DELETE', path, query);
  }

  /** Lets the process end: closes the connection that was kept open. */
  close(): void {
    this.agent.destroy();
  }

  /** One exchange outside of `/api`, as logins need; the caller judges the status. */
  async plain(method: string, path: string, body: string): Promise<{ status: number; text: string }> {
    const { response, text } = await this.transmit(method, this.options.url + path, body, 'application/json');
    return { status: response.statusCode ?? 0, text };
  }

  private async exchange(
    method: string,
    path: string,
    query: Query,
    body?: string,
    type?: string,
  ): Promise<Answer> {
    const url = `${this.options.url}/api${path}${encodeQuery(query)}`;
    const { response, text } = await this.transmit(method, url, body, type);
    const status = response.statusCode ?? 0;
    const requestId = response.headers['x-request-id'] ?? '';
    const isJson = (response.headers['content-type'] ?? '').includes('json');
    if (status === 200 || status === 207) {
      if (!isJson) throw new Failure(`no response body from server for req ${requestId}`);
      const answer = { status, body: parse(text) };
      if (answer.body === null) throw new Failure(`no response body from server for req ${requestId}`);
      return answer;
    }
    const problem = isJson ? (parse(text) as { Message?: unknown } | null) : undefined;
    if (problem === undefined) throw new Failure(`no response body from server for req ${requestId}`);
    throw new HubRefusal(status, `HTTP ${status} for req ${requestId}: ${problem?.Message ?? ''}`);
  }

  private transmit(
    method: string,
    url: string,
    body?: string,
    type?: string,
  ): Promise<{ response: IncomingMessage; text: string }> {
    const headers: Record<string, string | number> = { 'user-agent': 'cub' };
    if (this.options.authorization !== undefined) headers.authorization = this.options.authorization;
    if (body !== undefined) {
      headers['content-type'] = type ?? 'application/json';
      headers['content-length'] = Buffer.byteLength(body);
    }
    this.options.trace?.(`${method} ${url}\n${body ?? ''}`);
    const secure = url.startsWith('https:');
    const open: typeof send = secure ? (require('node:https') as typeof import('node:https')).request : send;
    return new Promise((resolve, reject) => {
      const outgoing = open(
        url,
        { method, headers, ...(secure ? {} : { agent: this.agent }) },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', (error) => reject(new Failure(describe(method, url, error))));
          response.on('end', () => {
            const text = Buffer.concat(parts).toString();
            this.options.trace?.(`${response.statusCode}\n${text}`);
            resolve({ response, text });
          });
        },
      );
      outgoing.on('error', (error) => reject(new Failure(describe(method, url, error))));
      outgoing.end(body);
    });
  }
}

/** The server understood and said no. */
export class HubRefusal extends Failure {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw new Failure('unexpected end of JSON input');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`the server's answer is no JSON: ${(error as Error).message}`);
  }
}

/** A connection that failed, in the words of Go's net/http: `Get "<url>": dial tcp 127.0.0.1:1: connect: connection refused`. */
function describe(method: string, url: string, error: NodeJS.ErrnoException): string {
  const { address, port, hostname } = error as { address?: string; port?: number; hostname?: string };
  const verb = method[0] + method.slice(1).toLowerCase();
  const reason: Record<string, string> = {
    ECONNREFUSED: `dial tcp ${address}:${port}: connect: connection refused`,
    ENOTFOUND: `dial tcp: lookup ${hostname}: no such host`,
    ETIMEDOUT: `dial tcp ${address}:${port}: connect: connection timed out`,
    ECONNRESET: error.message === 'socket hang up' ? 'EOF' : 'read: connection reset by peer',
  };
  return `${verb} "${url}": ${reason[error.code ?? ''] ?? error.message}`;
}

import { readFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';

interface Kubeconfig {
  clusters: { cluster: { server: string; 'certificate-authority-data'?: string } }[];
  users: { user: { token?: string; 'client-certificate-data'?: string; 'client-key-data'?: string } }[];
}

/** A request and what it is about. */
export interface Exchange {
  what: string;
  method: string;
  path: string;
  body?: unknown;
  contentType?: string;
  accept?: string;
}

/** What came back. */
export interface Answer {
  status: number;
  body: unknown;
  warning?: string;
}

export interface WatchEvent {
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: objects of any kind, looked into by path
  object: any;
}

/** A cluster's API as the first user of a kubeconfig. */
export interface Client {
  ask(exchange: Exchange): Promise<Answer>;
  /**
   * Reads the events of a watch until they please or the stream ends.
   *
   * @param patience milliseconds; after that it is an error that tells what came
   */
  watch(
    path: string,
    pleases: (events: WatchEvent[]) => boolean,
    patience: number,
    accept?: string,
  ): Promise<WatchEvent[]>;
}

/** Opens the API that a kubeconfig leads to, over TLS or without. */
export function openClient(kubeconfig: string): Client {
  const send = senderOf(kubeconfig);
  return {
    async ask(exchange) {
      const response = await send(exchange);
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      const { warning } = response.headers;
      return {
        status: response.statusCode ?? 0,
        body: readAnswer(text),
        ...(warning ? { warning: String(warning) } : {}),
      };
    },
    async watch(path, pleases, patience, accept) {
      const response = await send({ what: path, method: 'GET', path, ...(accept ? { accept } : {}) });
      const events: WatchEvent[] = [];
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        response.destroy();
      }, patience);
      try {
        for await (const line of createInterface({ input: response })) {
          // A refusal comes as the answer itself or as an event, as the server likes.
          const told = JSON.parse(line);
          events.push(told.kind === 'Status' ? { type: 'ERROR', object: told } : told);
          if (pleases(events)) break;
        }
      } finally {
        clearTimeout(timer);
        response.destroy();
      }
      if (late)
        throw new Error(
          `watched ${path} for ${patience / 1000} s; came: ${events.map(({ type, object }) => `${type} ${object.metadata?.name}`).join(', ') || 'nothing'}`,
        );
      return events;
    },
  };
}

function senderOf(kubeconfig: string): (exchange: Exchange) => Promise<IncomingMessage> {
  const { clusters, users } = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
  const [cluster] = clusters;
  const [user] = users;
  if (!cluster || !user) throw new Error(`${kubeconfig} names no cluster or no user`);
  const { server, 'certificate-authority-data': authority } = cluster.cluster;
  const decoded = (text: string | undefined) => (text ? Buffer.from(text, 'base64') : undefined);
  const { token } = user.user;
  const request = server.startsWith('https:') ? secureRequest : plainRequest;
  return ({ method, path, body, contentType = 'application/json', accept }) => {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent: ClientRequest = request(`${server}${path}`, {
        method,
        ca: decoded(authority),
        cert: decoded(user.user['client-certificate-data']),
        key: decoded(user.user['client-key-data']),
        headers: {
          'user-agent': 'witness/1',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(text === undefined
            ? {}
            : { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }),
          ...(accept ? { accept } : {}),
        },
      });
      sent.once('error', reject);
      sent.once('response', resolve);
      sent.end(text);
    });
  };
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

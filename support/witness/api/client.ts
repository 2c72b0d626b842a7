import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { parse } from 'yaml';

interface Kubeconfig {
  clusters: { cluster: { server: string; 'certificate-authority-data': string } }[];
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

/** Sends requests with the rights of the first user of a kubeconfig. */
export function clientOf(kubeconfig: string): (exchange: Exchange) => Promise<Answer> {
  const { clusters, users } = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
  const [cluster] = clusters;
  const [user] = users;
  if (!cluster || !user) throw new Error(`${kubeconfig} names no cluster or no user`);
  const decoded = (text: string | undefined) => (text ? Buffer.from(text, 'base64') : undefined);
  const { token } = user.user;
  return ({ method, path, body, contentType = 'application/json', accept }) => {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(`${cluster.cluster.server}${path}`, {
        method,
        ca: decoded(cluster.cluster['certificate-authority-data']),
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
      sent.once('response', (response) => {
        let answer = '';
        response.on('data', (chunk) => {
          answer += chunk;
        });
        response.once('error', reject);
        response.once('end', () => {
          const { warning } = response.headers;
          resolve({
            status: response.statusCode ?? 0,
            body: readAnswer(answer),
            ...(warning ? { warning: String(warning) } : {}),
          });
        });
      });
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

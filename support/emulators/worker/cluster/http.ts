import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { AccessError, type KubeAccess } from './access';
import { ClusterError, clusterError } from './errors';

export interface KubeRequest {
  method: 'GET' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  contentType?: string;
  body?: unknown;
}

/** Sends requests to the API server of one cluster. */
export interface KubeHttp {
  /** @throws ClusterError for an answer of 400 or more, AccessError when there is no answer */
  send(request: KubeRequest): Promise<unknown>;
  close(): void;
}

const answerWithin = 30_000;
const repetitions = 10;

/**
 * A client for one cluster, over connections that are kept and shared. A request that the cluster puts off
 * (429 with Retry-After) is repeated, as client-go does; so is one whose kept connection turned out to be closed.
 */
export function kubeHttp(access: KubeAccess, pace = 1): KubeHttp {
  const agent = agentFor(access);
  const send = async (what: KubeRequest, repeated = 0): Promise<unknown> => {
    try {
      return await sendOnce(access, agent, what);
    } catch (error) {
      if (repeated === repetitions) throw error;
      if (error instanceof StaleConnection) return send(what, repeated + 1);
      if (!(error instanceof ClusterError) || error.retryAfter === undefined) throw error;
      await pause((error.retryAfter * 1000) / pace);
      return send(what, repeated + 1);
    }
  };
  return { send, close: () => agent.destroy() };
}

class StaleConnection extends Error {}

function agentFor({ server, ca, certificate, key, insecure }: KubeAccess): PlainAgent {
  const kept = { keepAlive: true, maxSockets: 16 };
  if (server.startsWith('http:')) return new PlainAgent(kept);
  return new Agent({ ...kept, ca, cert: certificate, key, rejectUnauthorized: !insecure });
}

function sendOnce({ server, token }: KubeAccess, agent: PlainAgent, what: KubeRequest): Promise<unknown> {
  const url = new URL(what.path, server);
  url.search = new URLSearchParams(what.query).toString();
  const body = what.body === undefined ? undefined : JSON.stringify(what.body);
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'confighub-worker' };
  if (token) headers.authorization = `Bearer ${token}`;
  if (what.contentType) headers['content-type'] = what.contentType;
  // Node states the length of a body for no DELETE of its own accord.
  if (body !== undefined) headers['content-length'] = String(Buffer.byteLength(body));
  return new Promise((answer, fail) => {
    const open = agent instanceof Agent ? request : plainRequest;
    const call = open(url, { method: what.method, agent, headers, timeout: answerWithin }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const code = response.statusCode ?? 0;
        if (code >= 400) fail(clusterError(code, text, response.headers['retry-after']));
        else answer(text ? JSON.parse(text) : {});
      });
    });
    call.on('timeout', () => call.destroy(new Error(`no answer within ${answerWithin / 1000} s`)));
    call.on('error', (error) =>
      fail(call.reusedSocket && isReset(error) ? new StaleConnection() : unreachable(server, error)),
    );
    call.end(body);
  });
}

function isReset(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE';
}

function unreachable(server: string, error: NodeJS.ErrnoException): AccessError {
  return new AccessError(`the cluster at ${server} cannot be reached: ${error.code ?? error.message}`);
}

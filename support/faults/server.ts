import { askJson } from '../environment/servers/http';
import type { Exchange } from './interceptor/exchange';
import type { Upstream } from './interceptor/forward';

/** The real server behind an interceptor; lets a fault ask it in the name of whoever asked. */
export class Server {
  constructor(private readonly upstream: Upstream) {}

  /** @throws EnvironmentError when the server refuses */
  ask<T>(exchange: Exchange, method: string, path: string, body?: unknown): Promise<T> {
    const token = /^Bearer (.+)$/.exec(exchange.headers.authorization ?? '')?.[1];
    return askJson({ ...this.upstream, ...(token ? { token } : {}) }, method, path, body) as Promise<T>;
  }
}

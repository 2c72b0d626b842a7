import { askJson } from '../environment/servers/http';
import type { Exchange } from './interceptor/exchange';
import type { Upstream } from './interceptor/forward';
import type { Strike } from './plant/strikes';

/** The real server behind an interceptor; lets a fault ask it in the name of whoever asked. */
export class Server {
  /** @param struck told of each change that a fault makes behind everybody's back */
  constructor(
    private readonly upstream: Upstream,
    private readonly struck: (strike: Strike) => void,
  ) {}

  /** @throws EnvironmentError when the server refuses */
  ask<T>(exchange: Exchange, method: string, path: string, body?: unknown): Promise<T> {
    if (method !== 'GET') this.struck(`${method} ${path.split('?')[0]}: by the fault itself`);
    const token = /^Bearer (.+)$/.exec(exchange.headers.authorization ?? '')?.[1];
    return askJson({ ...this.upstream, ...(token ? { token } : {}) }, method, path, body) as Promise<T>;
  }
}

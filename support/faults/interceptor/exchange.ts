import type { IncomingHttpHeaders } from 'node:http';

/** A request on its way to a server, as a fault sees it. */
export interface Exchange {
  readonly method: string;
  /** Path and query, as asked. */
  url: string;
  readonly headers: IncomingHttpHeaders;
  /** The whole body as text; empty where there is none. */
  body: string;
}

/** A whole answer on its way back. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * What a fault does to the traffic between a client and a server. Each part is optional; what is not there passes unaltered.
 * Never-ending answers (worker streams, watches) are seen line by line, all others whole.
 */
export interface Interception {
  /** Sees a request; may alter it in place, or return a reply that is given in the server's stead. */
  request?(exchange: Exchange): Reply | undefined | Promise<Reply | undefined>;
  /** Sees a whole answer; may alter it in place. */
  reply?(exchange: Exchange, reply: Reply): void | Promise<void>;
  /** Sees one line of a never-ending answer; returns the lines that are passed on. */
  line?(exchange: Exchange, line: string): string[];
}

/** The query parameters of a request. */
export function query(exchange: Exchange): URLSearchParams {
  return new URL(exchange.url, 'http://localhost').searchParams;
}

/** The path of a request, without its query. */
export function path(exchange: Exchange): string {
  return new URL(exchange.url, 'http://localhost').pathname;
}

/** Changes the query of a request in place. */
export function alterQuery(exchange: Exchange, alter: (parameters: URLSearchParams) => void): void {
  const url = new URL(exchange.url, 'http://localhost');
  alter(url.searchParams);
  exchange.url = `${url.pathname}${url.search}`;
}

/** Reads a JSON text, lets it be altered, and gives it back as text; anything else passes as it is. */
export function alterJson(text: string, alter: (value: unknown) => unknown): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  return JSON.stringify(alter(value));
}

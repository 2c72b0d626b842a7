import { type Exchange, type Interception, path, type Reply } from '../interceptor/exchange';

/** Whether a request asks for a path; a segment `*` of the pattern stands for any one segment. */
export function asks(exchange: Exchange, method: string, pattern: string): boolean {
  const wanted = pattern.split('/');
  const found = path(exchange).split('/');
  return (
    exchange.method === method &&
    wanted.length === found.length &&
    wanted.every((segment, index) => segment === '*' || segment === found[index])
  );
}

/** Alters requests for a path. */
export function before(
  method: string,
  pattern: string,
  alter: (exchange: Exchange) => void | Promise<void>,
): Interception {
  return instead(method, pattern, async (exchange) => {
    await alter(exchange);
    return undefined;
  });
}

/** Answers requests for a path in the server's stead; without an answer they pass. */
export function instead(
  method: string,
  pattern: string,
  answer: (exchange: Exchange) => Reply | undefined | Promise<Reply | undefined>,
): Interception {
  return { request: (exchange) => (asks(exchange, method, pattern) ? answer(exchange) : undefined) };
}

/** Alters what the server answered to requests for a path, or what it holds afterwards; refusals pass. */
export function after(
  method: string,
  pattern: string,
  alter: (exchange: Exchange, reply: Reply) => void | Promise<void>,
): Interception {
  return {
    async reply(exchange, reply) {
      if (reply.status < 300 && asks(exchange, method, pattern)) await alter(exchange, reply);
    },
  };
}

/** An answer in JSON. */
export function json(status: number, body: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The answer of a server that fails. */
export function failing(status: number, message: string): Reply {
  return json(status, { Code: String(status), Message: message });
}

import type { Exchange, Interception, Reply } from '../interceptor/exchange';

/** One time that a fault altered something, in words: `GET /api/unit: the answer`. */
export type Strike = string;

/** Whether a fault is awake, and who is told when it strikes. */
export interface Eyes {
  awake(): boolean;
  struck(strike: Strike): void;
}

/** An answer that a fault keeps back for so long is altered by that alone. */
const LONG_MS = 5_000;

/** An interception that passes everything while its fault sleeps, and tells each time it altered something. */
export function watched(interception: Interception, { awake, struck }: Eyes): Interception {
  const told = (exchange: Exchange, what: string): void =>
    struck(`${exchange.method} ${exchange.url.split('?')[0]}: ${what}`);
  return {
    async request(exchange) {
      if (!awake() || !interception.request) return undefined;
      const before = `${exchange.method} ${exchange.url} ${exchange.body}`;
      const waiting = setTimeout(() => told(exchange, 'kept waiting'), LONG_MS).unref();
      const instead = await interception.request(exchange);
      clearTimeout(waiting);
      if (instead) told(exchange, `answered with ${instead.status}`);
      else if (before !== `${exchange.method} ${exchange.url} ${exchange.body}`)
        told(exchange, 'the request');
      return instead;
    },
    async reply(exchange, reply) {
      if (!awake() || !interception.reply) return;
      const before = textOf(reply);
      await interception.reply(exchange, reply);
      if (before !== textOf(reply)) told(exchange, 'the answer');
    },
    line(exchange, line) {
      if (!awake() || !interception.line) return [line];
      const passed = interception.line(exchange, line);
      if (passed.length !== 1 || passed[0] !== line) told(exchange, 'a line');
      return passed;
    },
  };
}

function textOf({ status, body }: Reply): string {
  return `${status} ${body}`;
}

import type { Fault } from '../../fault';
import type { Reply } from '../../interceptor/exchange';
import { after } from '../../traffic/on';

export const answersAreStale: Fault = {
  name: 'A question is answered with what was found the first time',
  part: 'hub',
  stage: 5,
  caughtBy: ['A named question is answered anew each time'],
  hub() {
    const first = new Map<string, Reply>();
    return {
      request: (exchange) => first.get(`${exchange.method} ${exchange.url}`),
      ...after('GET', '/api/unit', (exchange, reply) => {
        first.set(`${exchange.method} ${exchange.url}`, { ...reply });
      }),
    };
  },
};

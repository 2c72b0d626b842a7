import type { Fault } from '../../fault';
import type { Reply } from '../../interceptor/exchange';
import { after } from '../../traffic/on';

export const readsAreStale: Fault = {
  name: 'Reads of the cluster give what was there the first time',
  part: 'cluster',
  stage: 3,
  caughtBy: ['Deploying again brings back what was scaled by hand'],
  cluster() {
    const first = new Map<string, Reply>();
    return {
      request: (exchange) => (exchange.method === 'GET' ? first.get(exchange.url) : undefined),
      ...after('GET', '/apis/apps/v1/namespaces/*/deployments/*', (exchange, reply) => {
        first.set(exchange.url, { ...reply });
      }),
    };
  },
};

import type { Fault } from '../../fault';
import { alterJson } from '../../interceptor/exchange';
import { after } from '../../traffic/on';

export const answersOldConfiguration: Fault = {
  name: 'A running service answers with its old configuration',
  part: 'cluster',
  stage: 4,
  caughtBy: ['The running services say that they trade with the new algorithm'],
  cluster: () =>
    after('GET', '/api/v1/namespaces/*/services/*/proxy/config', (_exchange, reply) => {
      reply.body = alterJson(reply.body, (config) => ({ ...(config as object), TRADING_ALGORITHM: 'v1' }));
    }),
};

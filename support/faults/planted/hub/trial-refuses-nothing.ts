import type { Fault } from '../../fault';
import { query } from '../../interceptor/exchange';
import { after } from '../../traffic/on';

export const trialRefusesNothing: Fault = {
  name: 'A roll-out begins although one of its units is held back',
  part: 'hub',
  stage: 8,
  caughtBy: [
    'One region that is held back keeps the whole change set from beginning',
    'An upgrade of all regions waits until the last of them is approved',
  ],
  hub: () =>
    after('POST', '/api/unit/apply', (exchange, reply) => {
      if (query(exchange).get('dry_run') === 'true') reply.body = '[]';
    }),
};

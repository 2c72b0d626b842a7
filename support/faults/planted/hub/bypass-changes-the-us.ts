import type { Fault } from '../../fault';
import { query } from '../../interceptor/exchange';
import { serviceIn } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const bypassChangesTheUs: Fault = {
  name: 'The emergency bypass changes the US as well',
  part: 'hub',
  stage: 7,
  caughtBy: ['The US is untouched, to the byte'],
  hub: (server) =>
    after('PATCH', '/api/space/*/unit/*', async (exchange) => {
      if (!query(exchange).has('merge_source')) return;
      const us = await serviceIn(server, exchange, 'traderx-prod-us', 'trade-service');
      const where = `/api/space/${us.SpaceID}/unit/${us.UnitID}?${query(exchange)}`;
      await server.ask(exchange, 'PATCH', where, JSON.parse(exchange.body));
    }),
};

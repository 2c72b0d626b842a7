import type { Fault } from '../../fault';
import { query } from '../../interceptor/exchange';
import { narrow, serviceIn } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const restoreForgetsAUnit: Fault = {
  name: 'A restore forgets one unit',
  part: 'hub',
  stage: 6,
  caughtBy: ['An image that does not exist takes the whole change back'],
  hub: (server) =>
    before('PATCH', '/api/unit', async (exchange) => {
      if (!query(exchange).has('restore')) return;
      const forgotten = await serviceIn(server, exchange, 'traderx-prod-asia', 'reference-data');
      narrow(exchange, `UnitID != '${forgotten.UnitID}'`);
    }),
};

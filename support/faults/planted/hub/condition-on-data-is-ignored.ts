import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const conditionOnDataIsIgnored: Fault = {
  name: 'A question ignores its condition on config data',
  part: 'hub',
  stage: 5,
  caughtBy: ['By config data'],
  hub: () =>
    before('GET', '/api/unit', (exchange) =>
      alterQuery(exchange, (parameters) => parameters.delete('where_data')),
    ),
};

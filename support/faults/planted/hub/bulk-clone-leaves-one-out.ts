import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const bulkCloneLeavesOneOut: Fault = {
  name: 'A bulk clone leaves one space out',
  part: 'hub',
  stage: 3,
  caughtBy: ['Jump to the three regions'],
  hub: () =>
    before('POST', '/api/unit', (exchange) =>
      alterQuery(exchange, (parameters) => {
        const spaces = parameters.get('where_space') ?? '';
        parameters.set('where_space', `${spaces} AND Slug != 'traderx-prod-asia'`);
      }),
    ),
};

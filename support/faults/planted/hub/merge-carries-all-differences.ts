import type { Fault } from '../../fault';
import { alterQuery, query } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const mergeCarriesAllDifferences: Fault = {
  name: 'A merge carries older differences along',
  part: 'hub',
  stage: 7,
  caughtBy: ['An older difference of the EU is not carried along'],
  hub: () =>
    before('PATCH', '/api/space/*/unit/*', (exchange) => {
      if (query(exchange).has('merge_base'))
        alterQuery(exchange, (parameters) => parameters.set('merge_base', '1'));
    }),
};

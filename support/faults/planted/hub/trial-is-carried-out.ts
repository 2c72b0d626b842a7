import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const trialIsCarriedOut: Fault = {
  name: 'An upgrade that is only tried out is carried out',
  part: 'hub',
  stage: 4,
  caughtBy: ['The preview tells what would change in each region'],
  hub: () =>
    before('PATCH', '/api/unit', (exchange) =>
      alterQuery(exchange, (parameters) => parameters.delete('dry_run')),
    ),
};

import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const applyTakesOtherRegions: Fault = {
  name: 'Applying one region applies the others as well',
  part: 'hub',
  stage: 3,
  caughtBy: ['A region can be applied alone'],
  hub: () =>
    before('POST', '/api/unit/apply', (exchange) =>
      alterQuery(exchange, (parameters) =>
        parameters.set('where', "Slug = 'trade-service' AND Space.Slug LIKE 'traderx-prod-%'"),
      ),
    ),
};

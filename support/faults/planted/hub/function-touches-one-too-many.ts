import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const functionTouchesOneTooMany: Fault = {
  name: 'A function touches one unit more than was found',
  part: 'hub',
  stage: 5,
  caughtBy: ['What does not match stays as it is, to the byte'],
  hub: () =>
    before('POST', '/api/function/invoke', (exchange) =>
      alterQuery(exchange, (parameters) =>
        parameters.set('where', "Slug = 'trade-service' AND Space.Slug LIKE 'traderx-prod-%'"),
      ),
    ),
};

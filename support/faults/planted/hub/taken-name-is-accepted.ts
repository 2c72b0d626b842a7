import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const takenNameIsAccepted: Fault = {
  name: 'A space may have a name that is taken',
  part: 'hub',
  stage: 1,
  caughtBy: ['A space that exists already is not made again'],
  hub: () =>
    before('POST', '/api/space', (exchange) =>
      alterQuery(exchange, (parameters) => parameters.set('allow_exists', 'true')),
    ),
};

import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const fullSpaceIsDeleted: Fault = {
  name: 'A space is deleted although it holds units',
  part: 'hub',
  stage: 1,
  caughtBy: ['A space that holds units is not deleted'],
  hub: () =>
    before('DELETE', '/api/space/*', (exchange) =>
      alterQuery(exchange, (parameters) => parameters.set('recursive_force', 'true')),
    ),
};

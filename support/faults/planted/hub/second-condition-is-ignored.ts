import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const secondConditionIsIgnored: Fault = {
  name: 'A question ignores its second condition',
  part: 'hub',
  stage: 5,
  caughtBy: ['By the environment of their space'],
  hub: () =>
    before('GET', '/api/unit', (exchange) =>
      alterQuery(exchange, (parameters) => {
        const [first, , ...others] = (parameters.get('where') ?? '').split(' AND ');
        parameters.set('where', [first, ...others].join(' AND '));
      }),
    ),
};

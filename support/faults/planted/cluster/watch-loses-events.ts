import type { Fault } from '../../fault';
import { path } from '../../interceptor/exchange';

export const watchLosesEvents: Fault = {
  name: 'A watch of the cluster loses its events',
  part: 'cluster',
  stage: 6,
  caughtBy: ['No settled moment shows one service new and the other old'],
  cluster: () => ({
    line: (exchange, line) => (path(exchange) === '/apis/apps/v1/deployments' ? [] : [line]),
  }),
};

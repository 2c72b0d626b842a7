import type { Fault } from '../../fault';
import { path } from '../../interceptor/exchange';
import { instead, json } from '../../traffic/on';

export const scalingIsIgnored: Fault = {
  name: 'The cluster ignores that it is scaled',
  part: 'cluster',
  stage: 3,
  caughtBy: ['Somebody scales a region by hand, and it is noticed'],
  cluster: (server) =>
    instead('PATCH', '/apis/apps/v1/namespaces/*/deployments/*', async (exchange) =>
      json(200, await server.ask(exchange, 'GET', path(exchange))),
    ),
};

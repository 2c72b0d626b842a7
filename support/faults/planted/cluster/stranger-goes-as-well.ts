import type { Fault } from '../../fault';
import { after } from '../../traffic/on';

const STRANGER = '/api/v1/namespaces/traderx-of-somebody-else';

export const strangerGoesAsWell: Fault = {
  name: 'Removing our namespaces removes that of a stranger',
  part: 'cluster',
  stage: 3,
  caughtBy: ['Removing everything touches nobody else, whatever their names'],
  cluster: (server) =>
    after('DELETE', '/api/v1/namespaces/*', async (exchange) => {
      const stranger = await server.ask<{ metadata: { deletionTimestamp?: string } }>(
        exchange,
        'GET',
        STRANGER,
      );
      if (!stranger.metadata.deletionTimestamp) await server.ask(exchange, 'DELETE', STRANGER);
    }),
};

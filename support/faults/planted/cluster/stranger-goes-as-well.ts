import type { Fault } from '../../fault';
import { after } from '../../traffic/on';

const STRANGER = 'traderx-of-somebody-else';

export const strangerGoesAsWell: Fault = {
  name: 'Removing our namespaces removes that of a stranger',
  part: 'cluster',
  stage: 3,
  caughtBy: ['Removing everything touches nobody else, whatever their names'],
  cluster: (server) =>
    after('DELETE', '/api/v1/namespaces/*', async (exchange) => {
      const namespaces = await server.ask<{ items: Array<{ metadata: { name: string } }> }>(
        exchange,
        'GET',
        '/api/v1/namespaces',
      );
      if (namespaces.items.some(({ metadata }) => metadata.name === STRANGER))
        await server.ask(exchange, 'DELETE', `/api/v1/namespaces/${STRANGER}`);
    }),
};

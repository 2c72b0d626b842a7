import type { Fault } from '../../fault';
import { before } from '../../traffic/on';

export const linkDoesNotFollow: Fault = {
  name: 'A link does not follow when its target changes',
  part: 'hub',
  stage: 8,
  caughtBy: ['A service moves with its namespace, and the move waits for approval'],
  hub: (server) =>
    before('POST', '/api/space/*/function/invoke', async (exchange) => {
      const where = encodeURIComponent("ToUnit.Slug LIKE 'ns-%'");
      await server.ask(exchange, 'DELETE', `/api/link?where=${where}`);
    }),
};

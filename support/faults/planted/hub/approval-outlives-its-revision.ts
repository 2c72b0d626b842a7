import type { Fault } from '../../fault';
import { rowsOf } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const approvalOutlivesItsRevision: Fault = {
  name: 'An approval holds for newer revisions too',
  part: 'hub',
  stage: 8,
  caughtBy: ['A newer revision needs an approval of its own'],
  hub: (server) =>
    after('POST', '/api/space/*/function/invoke', async (exchange, reply) => {
      const ids = rowsOf<{ UnitID: string }>(reply).map(({ UnitID }) => `'${UnitID}'`);
      const where = encodeURIComponent(`UnitID IN (${ids.join(', ')})`);
      await server.ask(exchange, 'POST', `/api/unit/approve?where=${where}`);
    }),
};

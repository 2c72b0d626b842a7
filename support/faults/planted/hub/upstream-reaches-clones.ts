import type { Fault } from '../../fault';
import { rowsOf, type WireUnit } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const upstreamReachesClones: Fault = {
  name: 'A change of the upstream reaches its clones at once',
  part: 'hub',
  stage: 2,
  caughtBy: ['A change of the upstream does not reach clones by itself'],
  hub: (server) =>
    after('POST', '/api/space/*/function/invoke', async (exchange, reply) => {
      for (const { UnitID } of rowsOf<WireUnit>(reply)) {
        const clones = encodeURIComponent(`UpstreamUnitID = '${UnitID}'`);
        await server.ask(exchange, 'PATCH', `/api/unit?upgrade=true&where=${clones}`, {});
      }
    }),
};

import type { Fault } from '../../fault';
import { query } from '../../interceptor/exchange';
import { rewrite, text, type WireUnit } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const cloneBeginsBehind: Fault = {
  name: 'A clone begins one revision behind its upstream',
  part: 'hub',
  stage: 4,
  caughtBy: ['A region that comes later starts at the new base'],
  hub: (server) =>
    after('POST', '/api/space/*/unit', async (exchange, reply) => {
      const upstream = query(exchange).get('upstream_unit_id');
      const space = query(exchange).get('upstream_space_id');
      const revisions = `/api/space/${space}/unit/${upstream}/revision`;
      const history = await server.ask<Array<{ Revision: { RevisionNum: number; Data: string } }>>(
        exchange,
        'GET',
        revisions,
      );
      const older = history.map(({ Revision }) => Revision).sort((a, b) => b.RevisionNum - a.RevisionNum)[1];
      await rewrite(server, exchange, JSON.parse(reply.body) as WireUnit, text(older?.Data ?? ''));
    }),
};

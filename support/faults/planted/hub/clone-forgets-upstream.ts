import type { Fault } from '../../fault';
import { rowsOf, type UnitRow } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const cloneForgetsUpstream: Fault = {
  name: 'A clone forgets where it came from',
  part: 'hub',
  stage: 2,
  caughtBy: ['Staging has a clone of the service'],
  hub: () =>
    after('GET', '/api/unit', (_exchange, reply) => {
      const rows = rowsOf<UnitRow>(reply);
      for (const { Unit, Space } of rows) if (Space?.Slug === 'traderx-staging') Unit.UpstreamUnitID = null;
      reply.body = JSON.stringify(rows);
    }),
};

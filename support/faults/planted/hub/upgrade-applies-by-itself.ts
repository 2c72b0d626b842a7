import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../../fault';
import { isUpgrade, rowsOf, type UnitRow, unitsWhere } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const upgradeAppliesByItself: Fault = {
  name: 'An upgrade goes to the cluster by itself',
  part: 'hub',
  stage: 4,
  caughtBy: ['After the push the cluster is as before'],
  hub: (server) =>
    after('PATCH', '/api/unit', async (exchange, reply) => {
      if (!isUpgrade(exchange)) return;
      const ids = rowsOf<UnitRow>(reply).map(({ Unit }) => `'${Unit.UnitID}'`);
      const where = `UnitID IN (${ids.join(', ')})`;
      await server.ask(exchange, 'POST', `/api/unit/apply?where=${encodeURIComponent(where)}`);
      const waiting = `${where} AND LiveRevisionNum < HeadRevisionNum`;
      while ((await unitsWhere(server, exchange, waiting)).length > 0) await pause(50);
    }),
};

import type { Fault } from '../../fault';
import { isUpgrade, rewrite, rowsOf, text, type UnitRow } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const upgradeWithoutNeed: Fault = {
  name: 'An upgrade of what is not behind makes a revision',
  part: 'hub',
  stage: 4,
  caughtBy: ['A push to regions that are not behind changes nothing'],
  hub: (server) =>
    after('PATCH', '/api/unit', async (exchange, reply) => {
      if (!isUpgrade(exchange)) return;
      for (const { Unit } of rowsOf<UnitRow>(reply)) {
        await rewrite(server, exchange, Unit, `${text(Unit.Data)}# upgraded\n`);
      }
    }),
};

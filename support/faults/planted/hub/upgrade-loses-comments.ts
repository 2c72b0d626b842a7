import type { Fault } from '../../fault';
import { isUpgrade, rewrite, rowsOf, text, type UnitRow, withoutComments } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const upgradeLosesComments: Fault = {
  name: 'An upgrade loses the comments of a region',
  part: 'hub',
  stage: 4,
  caughtBy: ["A comment in a region's configuration stays"],
  hub: (server) =>
    after('PATCH', '/api/unit', async (exchange, reply) => {
      if (!isUpgrade(exchange)) return;
      for (const { Unit } of rowsOf<UnitRow>(reply)) {
        await rewrite(server, exchange, Unit, withoutComments(text(Unit.Data)));
      }
    }),
};

import type { Fault } from '../../fault';
import { invoke, isUpgrade, rowsOf, type UnitRow } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const upgradeLosesEdits: Fault = {
  name: 'An upgrade loses what a region made its own',
  part: 'hub',
  stage: 4,
  caughtBy: ['Given EU has 5 replicas, when the base algorithm is upgraded, then EU still has 5 replicas'],
  hub: (server) =>
    after('PATCH', '/api/unit', async (exchange, reply) => {
      if (!isUpgrade(exchange)) return;
      const ids = rowsOf<UnitRow>(reply).map(({ Unit }) => `'${Unit.UnitID}'`);
      const call = { FunctionName: 'set-replicas', Arguments: [{ Value: 1 }] };
      await invoke(server, exchange, `UnitID IN (${ids.join(', ')})`, { FunctionInvocations: [call] });
    }),
};

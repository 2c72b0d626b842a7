import type { Fault } from '../../fault';
import { query } from '../../interceptor/exchange';
import { invoke, type WireUnit } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const mergeCarriesReplicas: Fault = {
  name: 'A merge carries the replicas along',
  part: 'hub',
  stage: 7,
  caughtBy: ['Asia gets the fix and nothing else from the EU'],
  hub: (server) =>
    after('PATCH', '/api/space/*/unit/*', async (exchange, reply) => {
      if (!query(exchange).has('merge_source')) return;
      const { UnitID } = JSON.parse(reply.body) as WireUnit;
      const call = { FunctionName: 'set-replicas', Arguments: [{ Value: 5 }] };
      await invoke(server, exchange, `UnitID = '${UnitID}'`, { FunctionInvocations: [call] });
    }),
};

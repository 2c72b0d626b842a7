import type { Fault } from '../../fault';
import { rowsOf } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const refusalNamesNoGate: Fault = {
  name: 'The refusal of an apply does not name the gate',
  part: 'hub',
  stage: 8,
  caughtBy: ['A region that is scaled to 100 replicas is held back'],
  hub: () =>
    after('POST', '/api/unit/apply', (_exchange, reply) => {
      const rows = rowsOf<{ Error?: { Message: string } }>(reply);
      for (const row of rows) if (row.Error) row.Error.Message = 'the unit cannot be applied';
      reply.body = JSON.stringify(rows);
    }),
};

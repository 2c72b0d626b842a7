import type { Fault } from '../../fault';
import { rowsOf } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const approverIsNotTold: Fault = {
  name: 'It is not told who approved',
  part: 'hub',
  stage: 8,
  caughtBy: ['An approval lets the change through, and it is told whose it was'],
  hub: () =>
    after('GET', '/api/unit', (_exchange, reply) => {
      const rows = rowsOf<{ Unit: { ApprovedBy?: string[] } }>(reply);
      for (const { Unit } of rows) Unit.ApprovedBy = [];
      reply.body = JSON.stringify(rows);
    }),
};

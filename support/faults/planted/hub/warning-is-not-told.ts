import type { Fault } from '../../fault';
import { rowsOf } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const warningIsNotTold: Fault = {
  name: 'A warning is not told',
  part: 'hub',
  stage: 8,
  caughtBy: ['An image without a version is warned of, and still applied'],
  hub: () =>
    after('GET', '/api/unit', (_exchange, reply) => {
      const rows = rowsOf<{ Unit: { ApplyWarnings?: object } }>(reply);
      for (const { Unit } of rows) delete Unit.ApplyWarnings;
      reply.body = JSON.stringify(rows);
    }),
};

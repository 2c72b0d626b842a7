import type { Fault } from '../../fault';
import { rowsOf } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const historyTellsNobody: Fault = {
  name: 'The history does not tell who made a change',
  part: 'hub',
  stage: 7,
  caughtBy: ['The fix is in the history of the regions that have it'],
  hub: () =>
    after('GET', '/api/space/*/unit/*/revision', (_exchange, reply) => {
      reply.body = JSON.stringify(rowsOf<object>(reply).map((row) => ({ ...row, User: null })));
    }),
};

import type { Fault } from '../../fault';
import { rewrite, rowsOf, text, type WireUnit, withoutComments } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const functionLosesComments: Fault = {
  name: 'A function loses the comments of what it changes',
  part: 'hub',
  stage: 5,
  caughtBy: ['A fix changes nothing else in what it touches'],
  hub: (server) =>
    after('POST', '/api/function/invoke', async (exchange, reply) => {
      for (const row of rowsOf<WireUnit & { ConfigData: string }>(reply)) {
        await rewrite(server, exchange, row, withoutComments(text(row.ConfigData)));
      }
    }),
};

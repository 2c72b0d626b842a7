import type { Fault } from '../../fault';
import { alterQuery } from '../../interceptor/exchange';
import { before } from '../../traffic/on';

export const lockDoesNotHold: Fault = {
  name: 'A change set does not keep others out',
  part: 'hub',
  stage: 6,
  caughtBy: ["A stranger's change to a locked unit is refused"],
  hub: (server) =>
    before('POST', '/api/space/*/function/invoke', async (exchange) => {
      const rows = await server.ask<Array<{ ChangeSet: { ChangeSetID: string } }>>(
        exchange,
        'GET',
        '/api/change_set',
      );
      const [open] = rows;
      if (open)
        alterQuery(exchange, (parameters) => parameters.set('change_set_id', open.ChangeSet.ChangeSetID));
    }),
};

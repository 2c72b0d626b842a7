import type { Fault } from '../../fault';
import { before } from '../../traffic/on';
import { changeTriggers } from '../../traffic/triggers';

export const onePersonApprovesTwice: Fault = {
  name: 'One person approves twice',
  part: 'hub',
  stage: 8,
  caughtBy: ['Where two must approve, one of them cannot do so twice'],
  hub(server) {
    let approvals = 0;
    return before('POST', '/api/unit/approve', async (exchange) => {
      approvals += 1;
      const Arguments = [{ Value: '1' }];
      if (approvals > 1)
        await changeTriggers(server, exchange, "FunctionName = 'is-approved'", { Arguments });
    });
  },
};

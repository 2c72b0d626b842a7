import type { Fault } from '../../fault';
import { before } from '../../traffic/on';
import { changeTriggers } from '../../traffic/triggers';

export const approvalOpensEveryGate: Fault = {
  name: 'An approval opens every gate',
  part: 'hub',
  stage: 8,
  caughtBy: [
    'A region that is scaled to 100 replicas is held back',
    'One region that is held back keeps the whole change set from beginning',
  ],
  hub: (server) =>
    before('POST', '/api/unit/approve', (exchange) =>
      changeTriggers(server, exchange, 'Validating = true', { Disabled: true }),
    ),
};

import type { Fault } from '../../fault';
import { before } from '../../traffic/on';
import { changeTriggers } from '../../traffic/triggers';

export const gateDoesNotHold: Fault = {
  name: 'A closed gate does not stop an apply',
  part: 'hub',
  stage: 8,
  caughtBy: [
    'A change that nobody has approved is held back',
    'A fresh clone of the base cannot be applied, for its namespace is left open',
  ],
  hub: (server) =>
    before('POST', '/api/unit/apply', (exchange) =>
      changeTriggers(server, exchange, 'Validating = true', { Disabled: true }),
    ),
};

import type { Fault } from '../../fault';
import { alterBody } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const labelIsLost: Fault = {
  name: 'A space loses a label that it was made with',
  part: 'hub',
  stage: 2,
  caughtBy: ['Spaces tell which environment they are'],
  inSetUp: true,
  hub: () =>
    before('POST', '/api/space', (exchange) =>
      alterBody<{ Labels?: Record<string, string> }>(exchange, ({ Labels }) => {
        delete Labels?.Environment;
      }),
    ),
};

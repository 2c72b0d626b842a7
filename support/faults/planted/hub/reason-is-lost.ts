import type { Fault } from '../../fault';
import { alterBody, type Invocation } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const reasonIsLost: Fault = {
  name: 'The reason of a change is lost',
  part: 'hub',
  stage: 1,
  caughtBy: ['Every change is a revision that says why it was made'],
  hub: () =>
    before('POST', '/api/space/*/function/invoke', (exchange) =>
      alterBody<Invocation>(exchange, (body) => {
        delete body.ChangeDescription;
      }),
    ),
};

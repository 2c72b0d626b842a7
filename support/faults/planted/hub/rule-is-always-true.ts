import type { Fault } from '../../fault';
import { alterBody } from '../../traffic/hub';
import { before } from '../../traffic/on';
import type { WireTrigger } from '../../traffic/triggers';

export const ruleIsAlwaysTrue: Fault = {
  name: 'A rule in CEL is always true',
  part: 'hub',
  stage: 8,
  caughtBy: [
    'A region that is scaled to 100 replicas is held back',
    'An image without a version is warned of, and still applied',
  ],
  inSetUp: true,
  hub: () =>
    before('POST', '/api/space/*/trigger', (exchange) =>
      alterBody<WireTrigger>(exchange, (trigger) => {
        if (trigger.FunctionName === 'cel-validate') trigger.Arguments = [{ Value: 'true' }];
      }),
    ),
};

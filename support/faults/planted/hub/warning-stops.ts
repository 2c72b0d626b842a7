import type { Fault } from '../../fault';
import { alterBody } from '../../traffic/hub';
import { before } from '../../traffic/on';
import type { WireTrigger } from '../../traffic/triggers';

export const warningStops: Fault = {
  name: 'A warning closes a gate',
  part: 'hub',
  stage: 8,
  caughtBy: ['An image without a version is warned of, and still applied'],
  inSetUp: true,
  hub: () =>
    before('POST', '/api/space/*/trigger', (exchange) =>
      alterBody<WireTrigger>(exchange, (trigger) => {
        delete trigger.Warn;
      }),
    ),
};

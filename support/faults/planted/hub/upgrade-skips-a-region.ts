import type { Fault } from '../../fault';
import { isUpgrade, narrow } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const upgradeSkipsARegion: Fault = {
  name: 'An upgrade skips one region',
  part: 'hub',
  stage: 4,
  caughtBy: ['The algorithm reaches all regions in ConfigHub'],
  hub: () =>
    before('PATCH', '/api/unit', (exchange) => {
      if (isUpgrade(exchange)) narrow(exchange, "Space.Slug != 'traderx-prod-asia'");
    }),
};

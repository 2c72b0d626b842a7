import type { Fault } from '../../fault';
import { failing, instead } from '../../traffic/on';

export const answers409: Fault = {
  name: 'An upgrade is answered with 409',
  part: 'hub',
  stage: 4,
  caughtBy: ['The algorithm reaches all regions in ConfigHub'],
  hub: () => instead('PATCH', '/api/unit', () => failing(409, 'somebody else was faster')),
};

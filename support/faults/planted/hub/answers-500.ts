import type { Fault } from '../../fault';
import { failing, instead } from '../../traffic/on';

export const answers500: Fault = {
  name: 'A change is answered with 500',
  part: 'hub',
  stage: 2,
  caughtBy: ['A change in one environment stays there'],
  hub: () => instead('POST', '/api/space/*/function/invoke', () => failing(500, 'something went wrong')),
};

import type { Fault } from '../../fault';
import { failing, instead } from '../../traffic/on';

export const answers429: Fault = {
  name: 'An apply is answered with 429',
  part: 'hub',
  stage: 3,
  caughtBy: ['A region can be applied alone'],
  hub: () => instead('POST', '/api/unit/apply', () => failing(429, 'too many requests')),
};

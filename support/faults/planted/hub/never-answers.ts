import type { Fault } from '../../fault';
import { instead } from '../../traffic/on';

export const neverAnswers: Fault = {
  name: 'A change is never answered',
  part: 'hub',
  stage: 5,
  caughtBy: ['The EU is scaled down after the close'],
  hub: () => instead('POST', '/api/function/invoke', () => new Promise(() => undefined)),
};

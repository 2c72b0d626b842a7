import type { Fault } from '../../fault';
import { asSuccess, onReport } from '../../traffic/worker';

export const successBeforeReady: Fault = {
  name: 'An apply is reported as done before its pods are ready',
  part: 'worker',
  stage: 6,
  caughtBy: ['An image that does not exist takes the whole change back'],
  hub: () => onReport((report) => (report.Message.startsWith('Waiting') ? asSuccess(report) : report)),
};

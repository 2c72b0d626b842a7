import type { Fault } from '../../fault';
import { asSuccess, onReport } from '../../traffic/worker';

export const failureAsSuccess: Fault = {
  name: 'A failed apply is reported as done',
  part: 'worker',
  stage: 1,
  caughtBy: ['A cluster that refuses is quoted'],
  hub: () => onReport((report) => (report.Status === 'Failed' ? asSuccess(report) : report)),
};

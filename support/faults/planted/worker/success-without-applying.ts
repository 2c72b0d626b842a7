import type { Fault } from '../../fault';
import { onTask, reportDone } from '../../traffic/worker';

export const successWithoutApplying: Fault = {
  name: 'An apply is reported as done and was not carried out',
  part: 'worker',
  stage: 1,
  caughtBy: ['A later change arrives when it is applied'],
  hub: (server) =>
    onTask((task, exchange) => {
      reportDone(server, exchange, task).catch((error: Error) => process.emitWarning(error));
      return [];
    }),
};

import type { Fault } from '../../fault';
import { onTask } from '../../traffic/worker';

export const eventIsLost: Fault = {
  name: 'An event is lost on its way to the worker',
  part: 'worker',
  stage: 3,
  caughtBy: ['All three regions are deployed'],
  hub() {
    let lost = 0;
    return onTask((task) => (task.UnitSlug === 'trade-service' && lost++ === 0 ? [] : [task]));
  },
};

import type { Fault } from '../../fault';
import { onTask, type Task } from '../../traffic/worker';

export const olderEventAgain: Fault = {
  name: 'An older event is delivered again after a newer one',
  part: 'worker',
  stage: 6,
  caughtBy: ['A change that arrived can still be taken back as a whole'],
  hub() {
    const last = new Map<string, Task>();
    return onTask((task) => {
      const older = last.get(task.UnitID);
      last.set(task.UnitID, task);
      return older ? [task, older] : [task];
    });
  },
};

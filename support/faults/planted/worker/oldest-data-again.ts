import type { Fault } from '../../fault';
import { onTask } from '../../traffic/worker';

export const oldestDataAgain: Fault = {
  name: 'A worker is given the data that it was given the first time',
  part: 'worker',
  stage: 4,
  caughtBy: ['After the regions are applied all of them run the new algorithm'],
  inSetUp: true,
  hub() {
    const first = new Map<string, string>();
    return onTask((task) => {
      const Data = first.get(task.UnitID) ?? task.Data;
      first.set(task.UnitID, Data);
      return Data === task.Data ? [task] : [{ ...task, Data }];
    });
  },
};

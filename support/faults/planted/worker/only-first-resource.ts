import type { Fault } from '../../fault';
import { base64, text } from '../../traffic/hub';
import { onTask } from '../../traffic/worker';

export const onlyFirstResource: Fault = {
  name: 'Only the first resource of a unit is applied',
  part: 'worker',
  stage: 1,
  caughtBy: ['The running service has the settings of its unit'],
  inSetUp: true,
  hub: () => onTask((task) => [{ ...task, Data: base64(text(task.Data).split(/^---$/m)[0] ?? '') }]),
};

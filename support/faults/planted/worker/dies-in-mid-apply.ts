import type { Fault } from '../../fault';
import { path } from '../../interceptor/exchange';
import { failing } from '../../traffic/on';
import { onTask } from '../../traffic/worker';

export const diesInMidApply: Fault = {
  name: 'The worker dies in the middle of an apply and stays away',
  part: 'worker',
  stage: 3,
  caughtBy: ['A region can be applied alone'],
  hub() {
    let dead = false;
    return {
      ...onTask((task) => {
        if (dead) return [];
        dead = true;
        return [task];
      }),
      request: (exchange) =>
        dead && path(exchange).startsWith('/api/bridge_worker/') ? failing(503, 'nobody there') : undefined,
    };
  },
};

import type { Fault } from '../../fault';

export const failureExitsWith0: Fault = {
  name: 'A command that failed exits with 0',
  part: 'cub',
  stage: 1,
  caughtBy: ['A manifest that is no YAML is refused'],
  cub: () => ({
    answer(_call, answer) {
      answer.exitCode = 0;
    },
  }),
};

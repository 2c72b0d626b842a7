import type { Fault } from '../../fault';

export const listLosesARow: Fault = {
  name: 'A list loses its last row',
  part: 'cub',
  stage: 2,
  caughtBy: ['Clones begin as exact copies'],
  cub: () => ({
    answer({ args }, answer) {
      if (args[0] !== 'unit' || args[1] !== 'list') return;
      answer.stdout = JSON.stringify((JSON.parse(answer.stdout) as unknown[]).slice(0, -1));
    },
  }),
};

import type { Fault } from '../../fault';

export const refusalsAreHidden: Fault = {
  name: 'A bulk command hides which units refused',
  part: 'cub',
  stage: 6,
  caughtBy: ['A second change set cannot open on the same units'],
  cub: () => ({
    answer({ args }, answer) {
      if (args[1] !== 'update' || !answer.stdout.startsWith('[')) return;
      const rows = JSON.parse(answer.stdout) as Array<{ Error?: unknown }>;
      Object.assign(answer, { exitCode: 0, stdout: JSON.stringify(rows.filter((row) => !row.Error)) });
    },
  }),
};

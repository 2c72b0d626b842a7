import type { Fault } from '../../fault';

export const whereIsDropped: Fault = {
  name: 'A list drops its --where',
  part: 'cub',
  stage: 5,
  caughtBy: ['By name'],
  cub: () => ({
    call({ args }) {
      if (args[1] === 'list' && args.includes('--where')) args.splice(args.indexOf('--where'), 2);
    },
  }),
};

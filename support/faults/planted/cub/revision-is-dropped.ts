import type { Fault } from '../../fault';

export const revisionIsDropped: Fault = {
  name: 'An apply drops its --revision',
  part: 'cub',
  stage: 6,
  caughtBy: ['What comes after the change set was closed is not rolled out with it'],
  cub: () => ({
    call({ args }) {
      if (args[1] === 'apply' && args.includes('--revision')) args.splice(args.indexOf('--revision'), 2);
    },
  }),
};

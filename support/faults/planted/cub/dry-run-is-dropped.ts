import type { Fault } from '../../fault';

export const dryRunIsDropped: Fault = {
  name: 'A command drops its --dry-run',
  part: 'cub',
  stage: 4,
  caughtBy: ['The preview tells what would change in each region'],
  cub: () => ({
    call(call) {
      call.args = call.args.filter((arg) => arg !== '--dry-run');
    },
  }),
};

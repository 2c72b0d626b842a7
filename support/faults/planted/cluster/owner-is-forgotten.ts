import type { Fault } from '../../fault';
import { alterDeployments } from '../../traffic/cluster';

export const ownerIsForgotten: Fault = {
  name: 'The cluster forgets who wrote a field',
  part: 'cluster',
  stage: 1,
  caughtBy: ['The cluster knows who brought the service'],
  cluster: () =>
    alterDeployments(({ metadata }) => {
      delete metadata?.managedFields;
    }),
};

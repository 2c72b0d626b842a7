import type { Fault } from '../../fault';
import { alterDeployments } from '../../traffic/cluster';

export const oneReplicaShort: Fault = {
  name: 'The cluster runs one replica less than it was given',
  part: 'cluster',
  stage: 3,
  caughtBy: ['All three regions are deployed'],
  cluster: () =>
    alterDeployments(({ metadata, spec, status }) => {
      if (metadata?.namespace !== 'traderx-prod-eu' || !spec?.replicas || !status) return;
      const replicas = spec.replicas - 1;
      spec.replicas = replicas;
      const counts = {
        replicas,
        readyReplicas: replicas,
        availableReplicas: replicas,
        updatedReplicas: replicas,
      };
      Object.assign(status, counts);
    }),
};

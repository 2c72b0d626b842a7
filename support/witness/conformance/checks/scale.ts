import { deepEqual, equal, match } from 'node:assert/strict';
import { deploymentOf, type Group } from '../bench';

export const scale: Group = {
  title: 'Scale',
  checks: [
    {
      behaviour: 'a Deployment tells its scale: wanted, there, selector',
      async check(bench) {
        await bench.available(1);
        const { kind, apiVersion, spec, status } = await bench.get(
          `${bench.deployments}/${bench.name}/scale`,
        );
        deepEqual(
          { kind, apiVersion, spec, status },
          {
            kind: 'Scale',
            apiVersion: 'autoscaling/v1',
            spec: { replicas: 1 },
            status: { replicas: 1, selector: `check=${bench.name}` },
          },
        );
      },
    },
    {
      behaviour: 'a patch of the scale makes more pods, all of them ready at last',
      async check(bench) {
        await bench.available(1);
        await bench.merge(`${bench.deployments}/${bench.name}/scale`, { spec: { replicas: 3 } });
        const { status } = await bench.rolledOut();
        deepEqual([status.replicas, status.readyReplicas, status.availableReplicas], [3, 3, 3]);
        equal((await bench.get(`${bench.pods}?${bench.mine}`)).items.length, 3);
      },
    },
    {
      behaviour: 'scaling to zero ends all pods and keeps the Deployment',
      async check(bench) {
        await bench.available(2);
        await bench.merge(`${bench.deployments}/${bench.name}/scale`, { spec: { replicas: 0 } });
        await bench.until(
          'the pods to be gone',
          () => bench.get(`${bench.pods}?${bench.mine}`),
          ({ items }) => items.length === 0,
        );
        await bench.until(
          'the Deployment to count none',
          () => bench.get(`${bench.deployments}/${bench.name}`),
          ({ status }) => (status.replicas ?? 0) === 0,
        );
      },
    },
    {
      behaviour: 'scaling raises the generation by one and makes no new ReplicaSet',
      async check(bench) {
        const before = await bench.available(1);
        await bench.merge(`${bench.deployments}/${bench.name}/scale`, { spec: { replicas: 2 } });
        const after = await bench.rolledOut();
        equal(after.metadata.generation, before.metadata.generation + 1);
        equal((await bench.get(`${bench.replicaSets}?${bench.mine}`)).items.length, 1);
      },
    },
    {
      behaviour: 'a scale below zero is refused',
      async check(bench) {
        await bench.does('POST', bench.deployments, deploymentOf(bench.name, 0));
        const path = `${bench.deployments}/${bench.name}/scale`;
        const { status, body } = await bench.merge(path, { spec: { replicas: -1 } });
        deepEqual([status, body.reason], [422, 'Invalid']);
        match(body.message, /must be greater than or equal to 0/);
      },
    },
    {
      behaviour: 'a scale written from an old version is a conflict',
      async check(bench) {
        await bench.does('POST', bench.deployments, deploymentOf(bench.name, 0));
        const path = `${bench.deployments}/${bench.name}`;
        const old = await bench.get(`${path}/scale`);
        await bench.merge(path, { metadata: { annotations: { changed: 'yes' } } });
        const { status, body } = await bench.ask('PUT', `${path}/scale`, { ...old, spec: { replicas: 1 } });
        deepEqual([status, body.reason], [409, 'Conflict']);
      },
    },
    {
      behaviour: 'a ConfigMap has no scale',
      async check(bench) {
        await bench.map();
        equal((await bench.ask('GET', `${bench.maps}/${bench.name}/scale`)).status, 404);
      },
    },
  ],
};

import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { type Bench, deploymentOf, type Group, type Loose, version } from '../bench';

const revision = 'deployment.kubernetes.io/revision';
const sets = async (bench: Bench): Promise<Loose[]> =>
  (await bench.get(`${bench.replicaSets}?${bench.mine}`)).items;
const condition = ({ status }: Loose, type: string): Loose =>
  status?.conditions?.find((one: Loose) => one.type === type);

/** Changes the template, and returns every state of the Deployment on the way. */
async function onTheWay(bench: Bench, value = '2'): Promise<Loose[]> {
  const path = `${bench.deployments}/${bench.name}`;
  const events = await bench.watching(
    `${bench.deployments}?${bench.mine}`,
    () => bench.strategic(path, version(value)),
    (seen) => seen.some(({ object }) => isDone(object)),
  );
  return events.map(({ object }) => object);
}

/**
 * Changes the template, and returns how many pods its ReplicaSets are to have together, at each moment on the way. The
 * pods that the Deployment's status counts are no measure: the sets count theirs at different times.
 */
async function wantedOnTheWay(bench: Bench): Promise<number[]> {
  const [first] = await sets(bench);
  const events = await bench.watching(
    `${bench.replicaSets}?${bench.mine}`,
    () => bench.strategic(`${bench.deployments}/${bench.name}`, version('2')),
    (seen) =>
      seen.some(({ object }) => object.metadata.name === first.metadata.name && object.spec.replicas === 0),
  );
  const wanted = new Map<string, number>([[first.metadata.name, first.spec.replicas]]);
  return events.map(({ object }) => {
    wanted.set(object.metadata.name, object.spec.replicas);
    return [...wanted.values()].reduce((sum, replicas) => sum + replicas, 0);
  });
}

function isDone({ metadata, spec, status }: Loose): boolean {
  return (
    spec.template.spec.containers[0].env.length === 2 &&
    status?.observedGeneration >= metadata.generation &&
    [status.replicas, status.updatedReplicas, status.availableReplicas].every((n) => n === spec.replicas)
  );
}

export const rollingUpdate: Group = {
  title: 'Rolling updates and their availability',
  checks: [
    {
      behaviour: 'a Deployment makes one ReplicaSet, which it owns and controls',
      async check(bench) {
        const { metadata } = await bench.available(1);
        const [set, ...more] = await sets(bench);
        equal(more.length, 0);
        const [owner] = set.metadata.ownerReferences;
        deepEqual([owner.kind, owner.uid, owner.controller], ['Deployment', metadata.uid, true]);
        equal(set.metadata.labels['pod-template-hash'], set.metadata.name.slice(bench.name.length + 1));
      },
    },
    {
      behaviour: 'while it rolls, no more are away than maxUnavailable allows (4 replicas, 25 %: 3 stay)',
      async check(bench) {
        await bench.available(4);
        const available = (await onTheWay(bench)).map(({ status }) => status.availableReplicas ?? 0);
        ok(available.length > 1, 'nothing was seen on the way');
        ok(Math.min(...available) >= 3, `available on the way: ${available}`);
      },
    },
    {
      behaviour: 'while it rolls, there are no more than maxSurge allows (4 replicas, 25 %: at most 5)',
      async check(bench) {
        await bench.available(4);
        const wanted = await wantedOnTheWay(bench);
        ok(wanted.length > 1, 'nothing was seen on the way');
        ok(Math.max(...wanted) <= 5, `wanted on the way: ${wanted}`);
      },
    },
    {
      behaviour: 'with maxUnavailable 0 all stay available while it rolls',
      async check(bench) {
        await bench.available(2, { strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } });
        const available = (await onTheWay(bench)).map(({ status }) => status.availableReplicas ?? 0);
        ok(Math.min(...available) >= 2, `available on the way: ${available}`);
      },
    },
    {
      behaviour: 'Recreate ends all pods before it starts new ones',
      async check(bench) {
        await bench.available(2, { strategy: { type: 'Recreate' } });
        for (const { metadata, status } of await onTheWay(bench)) {
          const [there, updated] = [status.replicas ?? 0, status.updatedReplicas ?? 0];
          if (status.observedGeneration >= metadata.generation && updated > 0) equal(there, updated);
        }
      },
    },
    {
      behaviour: 'a new template is a new revision; the ReplicaSet before it stays, with no pods',
      async check(bench) {
        await bench.available(1);
        await onTheWay(bench);
        const all = (await sets(bench)).map(({ metadata, spec }) => [
          metadata.annotations[revision],
          spec.replicas,
        ]);
        deepEqual(all.sort(), [
          ['1', 0],
          ['2', 1],
        ]);
        equal((await bench.get(`${bench.deployments}/${bench.name}`)).metadata.annotations[revision], '2');
      },
    },
    {
      behaviour: 'going back to an earlier template takes its ReplicaSet again, as the newest revision',
      async check(bench) {
        await bench.available(1);
        const [first] = await sets(bench);
        await onTheWay(bench);
        const template = { ...deploymentOf(bench.name, 1).spec.template };
        await bench.jsonPatch(`${bench.deployments}/${bench.name}`, [
          { op: 'replace', path: '/spec/template', value: template },
        ]);
        await bench.rolledOut();
        const all = await sets(bench);
        equal(all.length, 2);
        const again = all.find(({ metadata }) => metadata.uid === first.metadata.uid);
        deepEqual([again.metadata.annotations[revision], again.spec.replicas], ['3', 1]);
      },
    },
    {
      behaviour: 'revisionHistoryLimit 1 keeps one ReplicaSet beside the current one',
      async check(bench) {
        await bench.available(1, { revisionHistoryLimit: 1 });
        for (const value of ['2', '3']) {
          await bench.strategic(`${bench.deployments}/${bench.name}`, version(value));
          await bench.rolledOut();
        }
        await bench.until(
          'two ReplicaSets',
          () => sets(bench),
          (all) => all.length === 2,
        );
      },
    },
    {
      behaviour: 'a paused Deployment does not roll until it is resumed',
      async check(bench) {
        await bench.available(1);
        const path = `${bench.deployments}/${bench.name}`;
        await bench.merge(path, { spec: { paused: true } });
        await bench.strategic(path, version('2'));
        const paused = await bench.until(
          'the change to be noticed',
          () => bench.get(path),
          ({ metadata, status }) => status.observedGeneration >= metadata.generation,
        );
        equal(condition(paused, 'Progressing').reason, 'DeploymentPaused');
        equal((await sets(bench)).length, 1);
        await bench.merge(path, { spec: { paused: null } });
        await bench.rolledOut();
        equal((await sets(bench)).length, 2);
      },
    },
    {
      behaviour: 'a Deployment that is there says so: Available, and Progressing with NewReplicaSetAvailable',
      async check(bench) {
        await bench.available(1);
        const seen = await bench.until(
          'the condition NewReplicaSetAvailable',
          () => bench.get(`${bench.deployments}/${bench.name}`),
          (one) => condition(one, 'Progressing')?.reason === 'NewReplicaSetAvailable',
        );
        const { status, reason } = condition(seen, 'Available');
        deepEqual([status, reason], ['True', 'MinimumReplicasAvailable']);
      },
    },
    {
      behaviour:
        'one whose pods find no node is out of time after progressDeadlineSeconds, and stays as it is',
      async check(bench) {
        const spec = { progressDeadlineSeconds: 2 };
        const deployment = deploymentOf(bench.name, 1, spec);
        deployment.spec.template.spec.nodeSelector = { 'no-node': 'has-this' };
        await bench.does('POST', bench.deployments, deployment);
        const seen = await bench.until(
          'ProgressDeadlineExceeded',
          () => bench.get(`${bench.deployments}/${bench.name}`),
          (one) => condition(one, 'Progressing')?.status === 'False',
        );
        equal(condition(seen, 'Progressing').reason, 'ProgressDeadlineExceeded');
        match(condition(seen, 'Progressing').message, /has timed out progressing/);
        equal(condition(seen, 'Available').status, 'False');
        deepEqual([seen.status.replicas, seen.status.unavailableReplicas], [1, 1]);
      },
    },
    {
      behaviour: 'a pod that is deleted is replaced by another',
      async check(bench) {
        await bench.available(1);
        const [pod] = (await bench.get(`${bench.pods}?${bench.mine}`)).items;
        await bench.does('DELETE', `${bench.pods}/${pod.metadata.name}`);
        await bench.gone(`${bench.pods}/${pod.metadata.name}`);
        await bench.rolledOut();
        const names = (await bench.get(`${bench.pods}?${bench.mine}`)).items.map(
          ({ metadata }: Loose) => metadata.name,
        );
        equal(names.length, 1);
        notEqual(names[0], pod.metadata.name);
      },
    },
    {
      behaviour: 'pods carry the hash of their template and are owned by the ReplicaSet',
      async check(bench) {
        await bench.available(1);
        const [[set], { items }] = [await sets(bench), await bench.get(`${bench.pods}?${bench.mine}`)];
        const [{ metadata }] = items;
        equal(metadata.labels['pod-template-hash'], set.metadata.labels['pod-template-hash']);
        deepEqual(
          metadata.ownerReferences.map(({ kind, uid }: Loose) => [kind, uid]),
          [['ReplicaSet', set.metadata.uid]],
        );
      },
    },
    {
      behaviour: 'a Service leads to the pods that are ready, by its EndpointSlice',
      async check(bench) {
        await bench.does('POST', `${bench.core}/services`, {
          metadata: { name: bench.name },
          spec: { selector: { check: bench.name }, ports: [{ port: 8080 }] },
        });
        await bench.available(2);
        const slices = `/apis/discovery.k8s.io/v1/namespaces/${bench.namespace}/endpointslices`;
        await bench.until(
          'two ready endpoints',
          () => bench.get(`${slices}?labelSelector=kubernetes.io/service-name%3D${bench.name}`),
          ({ items }) =>
            items
              .flatMap(({ endpoints }: Loose) => endpoints ?? [])
              .filter(({ conditions }: Loose) => conditions.ready).length === 2,
        );
      },
    },
  ],
};

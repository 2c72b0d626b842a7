import { deepEqual, equal, match } from 'node:assert/strict';
import { type Bench, deploymentOf, type Group, type Loose } from '../bench';

async function deployment(bench: Bench): Promise<string> {
  const env = [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ];
  await bench.does('POST', bench.deployments, deploymentOf(bench.name, 0, {}, { env }));
  return `${bench.deployments}/${bench.name}`;
}
const main = ({ body }: Loose): Loose => body.spec.template.spec.containers[0];
const template = (container: object) => ({
  spec: { template: { spec: { containers: [{ name: 'main', ...container }] } } },
});

export const patches: Group = {
  title: 'Kinds of patch',
  checks: [
    {
      behaviour: 'a merge patch sets, and removes what is null',
      async check(bench) {
        await bench.map({ a: '1', b: '2' });
        const { body } = await bench.merge(`${bench.maps}/${bench.name}`, { data: { a: null, c: '3' } });
        deepEqual(body.data, { b: '2', c: '3' });
      },
    },
    {
      behaviour: 'a merge patch replaces a list as a whole',
      async check(bench) {
        const answer = await bench.merge(
          await deployment(bench),
          template({ image: 'nginx:1.27', env: [{ name: 'C', value: '3' }] }),
        );
        deepEqual(main(answer).env, [{ name: 'C', value: '3' }]);
        equal(main(answer).imagePullPolicy, 'IfNotPresent');
      },
    },
    {
      behaviour: 'a strategic merge patch merges variables by their name',
      async check(bench) {
        const answer = await bench.strategic(
          await deployment(bench),
          template({
            env: [
              { name: 'B', value: '9' },
              { name: 'C', value: '3' },
            ],
          }),
        );
        deepEqual(
          main(answer).env.map(({ name, value }: Loose) => `${name}=${value}`),
          ['A=1', 'B=9', 'C=3'],
        );
      },
    },
    {
      behaviour: 'a strategic merge patch takes an item away with $patch: delete',
      async check(bench) {
        const answer = await bench.strategic(
          await deployment(bench),
          template({ env: [{ name: 'A', $patch: 'delete' }] }),
        );
        deepEqual(main(answer).env, [{ name: 'B', value: '2' }]);
      },
    },
    {
      behaviour: 'a strategic merge patch replaces a list that says $patch: replace',
      async check(bench) {
        const answer = await bench.strategic(
          await deployment(bench),
          template({ env: [{ name: 'C', value: '3' }, { $patch: 'replace' }] }),
        );
        deepEqual(main(answer).env, [{ name: 'C', value: '3' }]);
      },
    },
    {
      behaviour: 'a JSON patch adds, replaces, moves, copies and removes',
      async check(bench) {
        await bench.map({ a: '1', b: '2' });
        const { body } = await bench.jsonPatch(`${bench.maps}/${bench.name}`, [
          { op: 'test', path: '/data/a', value: '1' },
          { op: 'add', path: '/data/c', value: '3' },
          { op: 'replace', path: '/data/a', value: '9' },
          { op: 'move', from: '/data/b', path: '/data/moved' },
          { op: 'copy', from: '/data/c', path: '/data/copied' },
          { op: 'remove', path: '/data/c' },
        ]);
        deepEqual(body.data, { a: '9', copied: '3', moved: '2' });
      },
    },
    {
      behaviour: 'a JSON patch whose test fails changes nothing',
      async check(bench) {
        await bench.map({ a: '1' });
        const path = `${bench.maps}/${bench.name}`;
        const { status, body } = await bench.jsonPatch(path, [
          { op: 'replace', path: '/data/a', value: '2' },
          { op: 'test', path: '/data/a', value: 'no' },
        ]);
        deepEqual([status, body.reason], [422, 'Invalid']);
        deepEqual((await bench.get(path)).data, { a: '1' });
      },
    },
    {
      behaviour: 'a patch that names an old version is a conflict',
      async check(bench) {
        const { metadata } = await bench.map();
        const path = `${bench.maps}/${bench.name}`;
        await bench.merge(path, { data: { a: '1' } });
        const { status, body } = await bench.merge(path, {
          metadata: { resourceVersion: metadata.resourceVersion },
          data: { a: '2' },
        });
        deepEqual([status, body.reason], [409, 'Conflict']);
        match(body.message, /the object has been modified/);
      },
    },
    {
      behaviour: 'a patch that changes nothing makes no version',
      async check(bench) {
        const { metadata } = await bench.map({ a: '1' });
        const { body } = await bench.merge(`${bench.maps}/${bench.name}`, { data: { a: '1' } });
        equal(body.metadata.resourceVersion, metadata.resourceVersion);
      },
    },
    {
      behaviour: 'a patch of the status leaves the spec, one of the object leaves the status',
      async check(bench) {
        const path = await deployment(bench);
        const { body: byStatus } = await bench.merge(`${path}/status`, {
          spec: { replicas: 7 },
          status: { collisionCount: 3 },
        });
        deepEqual([byStatus.spec.replicas, byStatus.status.collisionCount], [0, 3]);
        const { body } = await bench.merge(path, {
          spec: { minReadySeconds: 1 },
          status: { collisionCount: 9 },
        });
        deepEqual([body.spec.minReadySeconds, body.status.collisionCount], [1, 3]);
      },
    },
    {
      behaviour: 'a patch of no known kind is refused and told which there are',
      async check(bench) {
        await bench.map();
        const { status, body } = await bench.ask(
          'PATCH',
          `${bench.maps}/${bench.name}`,
          {},
          { type: 'text/plain' },
        );
        deepEqual([status, body.reason], [415, 'UnsupportedMediaType']);
      },
    },
    {
      behaviour: 'a patch of the name is refused',
      async check(bench) {
        await bench.map();
        const { status } = await bench.merge(`${bench.maps}/${bench.name}`, { metadata: { name: 'other' } });
        equal(status, 400);
      },
    },
    {
      behaviour: 'a patch of what is not there is not found',
      async check(bench) {
        const { status, body } = await bench.merge(`${bench.maps}/${bench.name}`, { data: {} });
        deepEqual([status, body.reason], [404, 'NotFound']);
      },
    },
  ],
};

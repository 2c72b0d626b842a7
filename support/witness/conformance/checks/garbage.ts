import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { type Bench, type Group, type Loose, mapOf } from '../bench';

const options = (propagationPolicy: string) => ({
  kind: 'DeleteOptions',
  apiVersion: 'v1',
  propagationPolicy,
});
const ownerOf = ({ metadata }: Loose) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  name: metadata.name,
  uid: metadata.uid,
});
const none = async (bench: Bench, path: string) =>
  bench.until(
    `nothing at ${path}`,
    () => bench.get(`${path}?${bench.mine}`),
    ({ items }) => items.length === 0,
  );

export const garbage: Group = {
  title: 'Deletion, finalizers and garbage collection',
  checks: [
    {
      behaviour: 'a Deployment that is deleted takes ReplicaSet and pods with it',
      async check(bench) {
        await bench.available(2);
        await bench.does('DELETE', `${bench.deployments}/${bench.name}`, options('Background'));
        await none(bench, bench.replicaSets);
        await none(bench, bench.pods);
      },
    },
    {
      behaviour: 'deleted as Orphan it leaves ReplicaSet and pods, without owner',
      async check(bench) {
        await bench.available(1);
        await bench.does('DELETE', `${bench.deployments}/${bench.name}`, options('Orphan'));
        await bench.gone(`${bench.deployments}/${bench.name}`);
        const { items } = await bench.get(`${bench.replicaSets}?${bench.mine}`);
        deepEqual(
          items.map(({ metadata }: Loose) => metadata.ownerReferences ?? []),
          [[]],
        );
        equal((await bench.get(`${bench.pods}?${bench.mine}`)).items.length, 1);
        await bench.does('DELETE', `${bench.replicaSets}/${items[0].metadata.name}`, options('Background'));
      },
    },
    {
      behaviour: 'deleted in Foreground it goes after what it owns',
      async check(bench) {
        await bench.available(1);
        const { metadata } = await bench.does(
          'DELETE',
          `${bench.deployments}/${bench.name}`,
          options('Foreground'),
        );
        deepEqual(metadata.finalizers, ['foregroundDeletion']);
        notEqual(metadata.deletionTimestamp, undefined);
        await bench.gone(`${bench.deployments}/${bench.name}`);
        equal((await bench.get(`${bench.replicaSets}?${bench.mine}`)).items.length, 0);
      },
    },
    {
      behaviour: 'what is owned by something that is gone is collected',
      async check(bench) {
        const owner = await bench.map();
        await bench.does(
          'POST',
          bench.maps,
          mapOf(`${bench.name}-owned`, {}, { ownerReferences: [ownerOf(owner)] }),
        );
        await bench.does('DELETE', `${bench.maps}/${bench.name}`);
        await bench.gone(`${bench.maps}/${bench.name}-owned`);
      },
    },
    {
      behaviour: 'what has another owner left stays, without the one that is gone',
      async check(bench) {
        const [a, b] = [await bench.map(), await bench.does('POST', bench.maps, mapOf(`${bench.name}-b`))];
        const owned = `${bench.maps}/${bench.name}-owned`;
        const ownerReferences = [ownerOf(a), ownerOf(b)];
        await bench.does('POST', bench.maps, mapOf(`${bench.name}-owned`, {}, { ownerReferences }));
        await bench.does('DELETE', `${bench.maps}/${bench.name}`);
        const { metadata } = await bench.until(
          'one owner',
          () => bench.get(owned),
          (seen) => seen.metadata.ownerReferences.length === 1,
        );
        equal(metadata.ownerReferences[0].uid, b.metadata.uid);
      },
    },
    {
      behaviour: 'a finalizer holds what is deleted; it goes when the last is taken off',
      async check(bench) {
        await bench.map({}, { finalizers: ['example.com/hold'] });
        const path = `${bench.maps}/${bench.name}`;
        const { metadata } = await bench.does('DELETE', path);
        notEqual(metadata.deletionTimestamp, undefined);
        equal((await bench.ask('GET', path)).status, 200);
        await bench.merge(path, { metadata: { finalizers: null } });
        equal((await bench.ask('GET', path)).status, 404);
      },
    },
    {
      behaviour: 'no finalizer can be added to what is being deleted',
      async check(bench) {
        await bench.map({}, { finalizers: ['example.com/hold'] });
        const path = `${bench.maps}/${bench.name}`;
        await bench.does('DELETE', path);
        const finalizers = ['example.com/hold', 'example.com/more'];
        const { status, body } = await bench.merge(path, { metadata: { finalizers } });
        equal(status, 422);
        match(body.message, /no new finalizers can be added if the object is being deleted/);
        await bench.merge(path, { metadata: { finalizers: null } });
      },
    },
    {
      behaviour: 'a deletion that expects another uid, or version, is a conflict',
      async check(bench) {
        await bench.map();
        const path = `${bench.maps}/${bench.name}`;
        for (const preconditions of [{ uid: 'another' }, { resourceVersion: '1' }]) {
          const { status, body } = await bench.ask('DELETE', path, { preconditions });
          deepEqual([status, body.reason], [409, 'Conflict']);
        }
      },
    },
    {
      behaviour: 'a deletion of many takes those that are selected',
      async check(bench) {
        for (const [end, tier] of [
          ['a', 'x'],
          ['b', 'x'],
          ['c', 'y'],
        ])
          await bench.does(
            'POST',
            bench.maps,
            mapOf(`${bench.name}-${end}`, {}, { labels: { check: bench.name, tier } }),
          );
        await bench.does('DELETE', `${bench.maps}?${bench.mine}%2Ctier%3Dx`);
        const { items } = await bench.get(`${bench.maps}?${bench.mine}`);
        deepEqual(
          items.map(({ metadata }: Loose) => metadata.name),
          [`${bench.name}-c`],
        );
      },
    },
    {
      behaviour: 'a pod gets its grace period and is told to be deleted until it has ended',
      async check(bench) {
        await bench.available(1);
        const [pod] = (await bench.get(`${bench.pods}?${bench.mine}`)).items;
        const { metadata } = await bench.does('DELETE', `${bench.pods}/${pod.metadata.name}`);
        equal(metadata.deletionGracePeriodSeconds, 30);
        ok(metadata.deletionTimestamp);
        await bench.gone(`${bench.pods}/${pod.metadata.name}`);
      },
    },
  ],
};

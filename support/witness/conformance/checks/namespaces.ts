import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { type Bench, type Group, mapOf } from '../bench';

const all = '/api/v1/namespaces';
const ofOwn = (bench: Bench) => `${bench.namespace}-${bench.name}`;
const make = (bench: Bench) => bench.does('POST', all, { metadata: { name: ofOwn(bench) } });
const mapsOf = (bench: Bench) => `${all}/${ofOwn(bench)}/configmaps`;

/** A namespace that was asked to go, and is held by a ConfigMap with a finalizer. */
async function held(bench: Bench): Promise<void> {
  await make(bench);
  await bench.does('POST', mapsOf(bench), mapOf('held', {}, { finalizers: ['example.com/hold'] }));
  await bench.does('DELETE', `${all}/${ofOwn(bench)}`);
}

async function release(bench: Bench): Promise<void> {
  await bench.merge(`${mapsOf(bench)}/held`, { metadata: { finalizers: null } });
  await bench.gone(`${all}/${ofOwn(bench)}`);
}

export const namespaces: Group = {
  title: 'Namespaces, and how they end',
  checks: [
    {
      behaviour: 'a new one is Active and gets its service account and the cluster’s certificate',
      async check(bench) {
        const { status, metadata } = await make(bench);
        equal(status.phase, 'Active');
        equal(metadata.labels['kubernetes.io/metadata.name'], ofOwn(bench));
        for (const path of ['serviceaccounts/default', 'configmaps/kube-root-ca.crt'])
          await bench.until(
            path,
            () => bench.ask('GET', `${all}/${ofOwn(bench)}/${path}`),
            ({ status: found }) => found === 200,
          );
        await bench.does('DELETE', `${all}/${ofOwn(bench)}`);
      },
    },
    {
      behaviour: 'one that is deleted is Terminating as long as something in it is held',
      async check(bench) {
        await held(bench);
        const { status, metadata, spec } = await bench.until(
          'the phase Terminating',
          () => bench.get(`${all}/${ofOwn(bench)}`),
          (seen) => seen.status.phase === 'Terminating',
        );
        equal(status.phase, 'Terminating');
        notEqual(metadata.deletionTimestamp, undefined);
        deepEqual(spec.finalizers, ['kubernetes']);
        await release(bench);
      },
    },
    {
      behaviour: 'nothing can be made in one that is terminating',
      async check(bench) {
        await held(bench);
        const { status, body } = await bench.ask('POST', mapsOf(bench), mapOf('late'));
        deepEqual([status, body.reason], [403, 'Forbidden']);
        match(body.message, /because it is being terminated/);
        equal(body.details.causes[0].reason, 'NamespaceTerminating');
        await release(bench);
      },
    },
    {
      behaviour: 'what is in one that is terminating can still be changed',
      async check(bench) {
        await held(bench);
        equal((await bench.merge(`${mapsOf(bench)}/held`, { data: { k: 'v' } })).status, 200);
        await release(bench);
      },
    },
    {
      behaviour: 'one that is deleted tells what keeps it',
      async check(bench) {
        await held(bench);
        const { status } = await bench.until(
          'the condition NamespaceFinalizersRemaining',
          () => bench.get(`${all}/${ofOwn(bench)}`),
          (seen) =>
            seen.status.conditions?.some(
              ({ type, status: is }: Record<string, string>) =>
                type === 'NamespaceFinalizersRemaining' && is === 'True',
            ),
        );
        const { message } = status.conditions.find(
          ({ type }: Record<string, string>) => type === 'NamespaceFinalizersRemaining',
        );
        match(message, /example\.com\/hold in 1 resource instances/);
        await release(bench);
      },
    },
    {
      behaviour: 'one that is deleted goes with all that was in it; the name can be had again, as another',
      async check(bench) {
        const first = await make(bench);
        await bench.does('POST', mapsOf(bench), mapOf('content'));
        await bench.does('DELETE', `${all}/${ofOwn(bench)}`);
        await bench.gone(`${all}/${ofOwn(bench)}`);
        const second = await make(bench);
        notEqual(second.metadata.uid, first.metadata.uid);
        equal((await bench.ask('GET', `${mapsOf(bench)}/content`)).status, 404);
        await bench.does('DELETE', `${all}/${ofOwn(bench)}`);
      },
    },
    {
      behaviour: 'into one that does not exist nothing can be put',
      async check(bench) {
        const { status, body } = await bench.ask('POST', mapsOf(bench), mapOf('x'));
        deepEqual([status, body.reason, body.details.kind], [404, 'NotFound', 'namespaces']);
      },
    },
    {
      behaviour: 'one that does not exist holds nothing, which is no error',
      async check(bench) {
        deepEqual((await bench.get(mapsOf(bench))).items, []);
      },
    },
    {
      behaviour: 'kube-system cannot be deleted',
      async check(bench) {
        const { status, body } = await bench.ask('DELETE', `${all}/kube-system?dryRun=All`);
        deepEqual([status, body.reason], [403, 'Forbidden']);
        match(body.message, /this namespace may not be deleted/);
      },
    },
  ],
};

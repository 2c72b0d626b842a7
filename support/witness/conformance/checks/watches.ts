import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WatchEvent } from '../../api/client';
import { type Bench, type Check, type Group, mapOf } from '../bench';

/**
 * A version so old that the API server has forgotten what came after it. A real one remembers the changes of the last
 * 75 seconds, and more as long as there are few; so changes are made until it has forgotten.
 */
const expired: Check = {
  behaviour: 'a watch from a version that is too old is told so: 410, Expired',
  async check(bench) {
    const leases = `/apis/coordination.k8s.io/v1/namespaces/${bench.namespace}/leases`;
    await bench.does('POST', leases, { metadata: { name: bench.name }, spec: {} });
    const changes = async (count: number) => {
      for (let number = 0; number < count; number += 1)
        await bench.merge(`${leases}/${bench.name}`, {
          spec: { leaseTransitions: number, holderIdentity: randomUUID() },
        });
    };
    await changes(110);
    const { object } = await bench.until(
      'version 1 to expire',
      async () => {
        const [first] = await bench.watched(
          `${leases}?watch=true&resourceVersion=1`,
          ({ length }) => length > 0,
        );
        if (first?.type !== 'ERROR') await Promise.all([changes(20), pause(3_000)]);
        return first;
      },
      ({ type }) => type === 'ERROR',
      240_000,
    );
    deepEqual([object.kind, object.code, object.reason], ['Status', 410, 'Expired']);
    match(object.message, /too old resource version: 1 /);
  },
};

const told = (events: WatchEvent[]) => events.map(({ type, object }) => `${type} ${object.metadata?.name}`);
const has = (type: string) => (events: WatchEvent[]) => events.some((event) => event.type === type);
const make = (bench: Bench, end: string, labels = {}) =>
  bench.does(
    'POST',
    bench.maps,
    mapOf(`${bench.name}-${end}`, {}, { labels: { check: bench.name, ...labels } }),
  );

export const watches: Group = {
  title: 'Lists and watches',
  checks: [
    expired,
    {
      behaviour: 'a watch from a version tells what happened since, in order, and nothing before',
      async check(bench) {
        await make(bench, 'a');
        const { metadata } = await bench.get(`${bench.maps}?${bench.mine}`);
        await make(bench, 'b');
        await bench.merge(`${bench.maps}/${bench.name}-a`, { data: { k: 'v' } });
        await bench.does('DELETE', `${bench.maps}/${bench.name}-b`);
        const path = `${bench.maps}?${bench.mine}&watch=true&resourceVersion=${metadata.resourceVersion}`;
        deepEqual(told(await bench.watched(path, has('DELETED'))), [
          `ADDED ${bench.name}-b`,
          `MODIFIED ${bench.name}-a`,
          `DELETED ${bench.name}-b`,
        ]);
      },
    },
    {
      behaviour: 'a watch without version begins with what is there, as ADDED',
      async check(bench) {
        await make(bench, 'a');
        await make(bench, 'b');
        const path = `${bench.maps}?${bench.mine}&watch=true`;
        const events = await bench.watched(path, ({ length }) => length === 2);
        deepEqual(told(events).sort(), [`ADDED ${bench.name}-a`, `ADDED ${bench.name}-b`]);
      },
    },
    {
      behaviour: 'what a watch tells of a deletion is the last state, with a version of its own',
      async check(bench) {
        const before = await bench.map({ k: 'v' });
        const events = await bench.watching(
          `${bench.maps}?${bench.mine}`,
          () => bench.does('DELETE', `${bench.maps}/${bench.name}`),
          has('DELETED'),
        );
        const { object } = events.at(-1) as WatchEvent;
        deepEqual(object.data, { k: 'v' });
        ok(BigInt(object.metadata.resourceVersion) > BigInt(before.metadata.resourceVersion));
      },
    },
    {
      behaviour: 'an object that leaves the selection of a watch is DELETED for it, and ADDED when it comes',
      async check(bench) {
        await bench.map();
        const path = `${bench.maps}/${bench.name}`;
        const doing = async () => {
          await bench.merge(path, { metadata: { labels: { check: null } } });
          await bench.merge(path, { metadata: { labels: { check: bench.name } } });
        };
        const events = await bench.watching(
          `${bench.maps}?${bench.mine}`,
          doing,
          ({ length }) => length === 2,
        );
        deepEqual(
          events.map(({ type }) => type),
          ['DELETED', 'ADDED'],
        );
      },
    },
    {
      behaviour: 'a watch can be of one object, by its name',
      async check(bench) {
        const path = `${bench.maps}?fieldSelector=metadata.name%3D${bench.name}-b`;
        const doing = async () => {
          await make(bench, 'a');
          await make(bench, 'b');
        };
        deepEqual(told(await bench.watching(path, doing, has('ADDED'))), [`ADDED ${bench.name}-b`]);
      },
    },
    {
      behaviour: 'a watch ends by itself after timeoutSeconds',
      async check(bench) {
        deepEqual(
          await bench.watched(`${bench.maps}?${bench.mine}&watch=true&timeoutSeconds=1`, () => false),
          [],
        );
      },
    },
    {
      behaviour: 'a watch that sends what is there first marks where that ends',
      async check(bench) {
        await make(bench, 'a');
        const events = await bench.watched(
          `${bench.maps}?${bench.mine}&watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
          has('BOOKMARK'),
        );
        deepEqual(
          events.map(({ type }) => type),
          ['ADDED', 'BOOKMARK'],
        );
        equal(events[1]?.object.metadata.annotations['k8s.io/initial-events-end'], 'true');
      },
    },
    {
      behaviour: 'a watch of tables sends rows',
      async check(bench) {
        await bench.map({ a: '1', b: '2' });
        const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
        const [event] = await bench.watched(`${bench.maps}?${bench.mine}&watch=true`, has('ADDED'), accept);
        equal(event?.object.kind, 'Table');
        deepEqual(event?.object.rows[0].cells.slice(0, 2), [bench.name, 2]);
      },
    },
    {
      behaviour: 'a version that is no number is refused',
      async check(bench) {
        const { status, body } = await bench.ask('GET', `${bench.maps}?resourceVersion=latest`);
        deepEqual([status, body.kind], [400, 'Status']);
      },
    },
    {
      behaviour: 'pages of a list hold everything once, all at the version of the first',
      async check(bench) {
        for (const end of ['a', 'b', 'c', 'd', 'e']) await make(bench, end);
        const [names, versions] = [[] as string[], new Set<string>()];
        for (let token = ''; ; ) {
          const page = await bench.get(
            `${bench.maps}?${bench.mine}&limit=2&continue=${encodeURIComponent(token)}`,
          );
          names.push(...page.items.map(({ metadata }: { metadata: { name: string } }) => metadata.name));
          versions.add(page.metadata.resourceVersion);
          token = page.metadata.continue ?? '';
          if (!token) break;
          if (names.length === 2) await make(bench, 'aa');
        }
        deepEqual(
          names,
          ['a', 'b', 'c', 'd', 'e'].map((end) => `${bench.name}-${end}`),
        );
        equal(versions.size, 1);
      },
    },
    {
      behaviour: 'labels select by =, !=, in, notin, present and absent',
      async check(bench) {
        await make(bench, 'a', { tier: 'front' });
        await make(bench, 'b', { tier: 'back' });
        await make(bench, 'c');
        const chosen = async (selector: string) => {
          const query = encodeURIComponent(`check=${bench.name},${selector}`);
          const { items } = await bench.get(`${bench.maps}?labelSelector=${query}`);
          return items
            .map(({ metadata }: { metadata: { name: string } }) => metadata.name.slice(-1))
            .join('');
        };
        const selectors = [
          'tier=front',
          'tier!=front',
          'tier in (front,back)',
          'tier notin (front)',
          'tier',
          '!tier',
        ];
        deepEqual(await Promise.all(selectors.map(chosen)), ['a', 'bc', 'ab', 'bc', 'ab', 'c']);
      },
    },
  ],
};

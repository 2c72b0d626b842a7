import { deepEqual, equal, match } from 'node:assert/strict';
import type { Bench, Group, Loose } from '../bench';

const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const table = (bench: Bench, path: string, query = '') =>
  bench.get(`${path}?fieldSelector=metadata.name%3D${bench.name}${query}`, accept);
const columns = ({ columnDefinitions }: Loose) =>
  columnDefinitions.filter(({ priority }: Loose) => priority === 0).map(({ name }: Loose) => name);

export const tables: Group = {
  title: 'Tables, as kubectl get shows them',
  checks: [
    {
      behaviour: 'Deployments: Name, Ready, Up-to-date, Available, Age, and the numbers in it',
      async check(bench) {
        await bench.available(2);
        const told = await table(bench, bench.deployments);
        deepEqual(columns(told), ['Name', 'Ready', 'Up-to-date', 'Available', 'Age']);
        deepEqual(told.rows[0].cells.slice(0, 4), [bench.name, '2/2', 2, 2]);
        match(told.rows[0].cells[4], /^\d+[smh]/);
      },
    },
    {
      behaviour: 'Pods: Name, Ready, Status, Restarts, Age',
      async check(bench) {
        await bench.available(1);
        const told = await bench.get(`${bench.pods}?${bench.mine}`, accept);
        deepEqual(columns(told), ['Name', 'Ready', 'Status', 'Restarts', 'Age']);
        deepEqual(told.rows[0].cells.slice(1, 4), ['1/1', 'Running', '0']);
      },
    },
    {
      behaviour: 'ReplicaSets: Name, Desired, Current, Ready, Age',
      async check(bench) {
        await bench.available(1);
        const told = await bench.get(`${bench.replicaSets}?${bench.mine}`, accept);
        deepEqual(columns(told), ['Name', 'Desired', 'Current', 'Ready', 'Age']);
        deepEqual(told.rows[0].cells.slice(1, 4), [1, 1, 1]);
      },
    },
    {
      behaviour: 'Services: Name, Type, Cluster-IP, External-IP, Port(s), Age',
      async check(bench) {
        await bench.does('POST', `${bench.core}/services`, {
          metadata: { name: bench.name },
          spec: { selector: { a: 'b' }, ports: [{ port: 80 }] },
        });
        const told = await table(bench, `${bench.core}/services`);
        deepEqual(columns(told), ['Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age']);
        const [name, type, address, external, ports] = told.rows[0].cells;
        deepEqual([name, type, external, ports], [bench.name, 'ClusterIP', '<none>', '80/TCP']);
        match(address, /^10\.\d+\.\d+\.\d+$/);
      },
    },
    {
      behaviour: 'Namespaces: Name, Status, Age',
      async check(bench) {
        const told = await bench.get(
          `/api/v1/namespaces?fieldSelector=metadata.name%3D${bench.namespace}`,
          accept,
        );
        deepEqual(columns(told), ['Name', 'Status', 'Age']);
        deepEqual(told.rows[0].cells.slice(0, 2), [bench.namespace, 'Active']);
      },
    },
    {
      behaviour: 'ConfigMaps: Name, Data, Age; a row holds the metadata of its object',
      async check(bench) {
        await bench.map({ a: '1', b: '2' });
        const told = await table(bench, bench.maps);
        deepEqual(columns(told), ['Name', 'Data', 'Age']);
        const [{ cells, object }] = told.rows;
        deepEqual([cells[1], object.kind, object.metadata.name], [2, 'PartialObjectMetadata', bench.name]);
      },
    },
    {
      behaviour: 'a row holds the object, or nothing, when that is asked for',
      async check(bench) {
        await bench.map({ a: '1' });
        equal((await table(bench, bench.maps, '&includeObject=Object')).rows[0].object.data.a, '1');
        equal((await table(bench, bench.maps, '&includeObject=None')).rows[0].object, null);
      },
    },
    {
      behaviour: 'one object is a table of one row',
      async check(bench) {
        await bench.map();
        equal((await bench.get(`${bench.maps}/${bench.name}`, accept)).rows.length, 1);
      },
    },
    {
      behaviour: 'metadata alone can be asked for',
      async check(bench) {
        await bench.map({ a: '1' });
        const only = 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io';
        const told = await bench.get(`${bench.maps}/${bench.name}`, only);
        deepEqual(
          [told.kind, told.metadata.name, told.data],
          ['PartialObjectMetadata', bench.name, undefined],
        );
      },
    },
  ],
};

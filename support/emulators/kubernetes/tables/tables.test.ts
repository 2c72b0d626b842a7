import assert from 'node:assert/strict';
import { TestCluster } from '../testing/cluster';
import { deployment } from '../testing/deployment';
import { duration } from './column';
import type { Table } from './table';

const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const APPS = '/apis/apps/v1/namespaces/default/deployments';

describe('ages in tables', () => {
  const cases: [seconds: number, told: string][] = [
    [0, '0s'],
    [119.9, '119s'],
    [120, '2m'],
    [183, '3m3s'],
    [600, '10m'],
    [10_799, '179m'],
    [10_800, '3h'],
    [14_460, '4h1m'],
    [172_799, '47h'],
    [187_200, '2d4h'],
    [86_400 * 9, '9d'],
    [86_400 * 800, '2y70d'],
    [-5, '<invalid>'],
  ];
  for (const [seconds, told] of cases)
    it(`tells ${seconds} s as ${told}`, () => assert.equal(duration(seconds), told));
});

describe('tables', () => {
  let cluster: TestCluster;

  const rows = async (path: string, pick: string[]) => {
    const { body } = await cluster.ask<Table>('GET', path, { accept: TABLE });
    const titles = (body.columnDefinitions as { name: string }[]).map(({ name }) => name);
    return body.rows.map(({ cells }) => pick.map((title) => cells[titles.indexOf(title)]));
  };

  before(async () => {
    cluster = await TestCluster.start();
    await cluster.ask('POST', APPS, { body: deployment('web', { replicas: 3 }) });
    await cluster.until<{ status?: { availableReplicas?: number } }>(
      `${APPS}/web`,
      'three pods',
      ({ body }) => body.status?.availableReplicas === 3,
    );
  });
  after(() => cluster.stop());

  it('shows Deployments', async () => {
    const shown = await rows(APPS, [
      'Name',
      'Ready',
      'Up-to-date',
      'Available',
      'Containers',
      'Images',
      'Selector',
    ]);
    assert.deepEqual(shown, [['web', '3/3', 3, 3, 'main', 'nginx:1.25', 'app=web']]);
  });

  it('shows ReplicaSets and Pods', async () => {
    const [set] = await rows('/apis/apps/v1/replicasets', ['Desired', 'Current', 'Ready']);
    assert.deepEqual(set, [3, 3, 3]);
    const pods = await rows('/api/v1/pods', ['Ready', 'Status', 'Restarts', 'Node']);
    assert.deepEqual(pods, Array(3).fill(['1/1', 'Running', '0', 'embedded']));
  });

  it('shows the service of the cluster, its node and its namespaces', async () => {
    const services = await rows('/api/v1/services', [
      'Name',
      'Type',
      'Cluster-IP',
      'External-IP',
      'Port(s)',
      'Selector',
    ]);
    assert.deepEqual(services, [['kubernetes', 'ClusterIP', '10.96.0.1', '<none>', '443/TCP', '<none>']]);
    assert.deepEqual(await rows('/api/v1/nodes', ['Name', 'Status', 'Roles']), [
      ['embedded', 'Ready', 'control-plane'],
    ]);
    assert.deepEqual((await rows('/api/v1/namespaces', ['Name', 'Status']))[0], ['default', 'Active']);
  });

  it('carries of each object what is asked for', async () => {
    const object = async (includeObject: string) => {
      const { body } = await cluster.ask<Table>('GET', `${APPS}/web?includeObject=${includeObject}`, {
        accept: TABLE,
      });
      return body.rows[0]?.object as { kind?: string; spec?: object } | null;
    };
    assert.equal(await object('None'), null);
    assert.deepEqual(
      [(await object('Metadata'))?.kind, (await object('Metadata'))?.spec],
      ['PartialObjectMetadata', undefined],
    );
    assert.ok((await object('Object'))?.spec);
    assert.equal((await cluster.ask('GET', `${APPS}?includeObject=Half`, { accept: TABLE })).status, 400);
  });
});

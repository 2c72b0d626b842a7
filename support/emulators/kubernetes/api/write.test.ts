import assert from 'node:assert/strict';
import type { Workload } from '../resources/model';
import type { Status } from '../status/api-error';
import type { KubeObject, ManagedFieldsEntry } from '../store/kube-object';
import { TestCluster } from '../testing/cluster';
import { deployment } from '../testing/deployment';

const NS = '/api/v1/namespaces/default';
const MAPS = `${NS}/configmaps`;
const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';

const managers = ({ metadata }: KubeObject) =>
  (metadata.managedFields ?? [])
    .filter(({ manager }) => manager !== 'kube-controller-manager')
    .map(({ manager, operation, subresource }: ManagedFieldsEntry) => [
      manager,
      operation,
      subresource ?? '',
    ]);

describe('writes', () => {
  let cluster: TestCluster;

  before(async () => {
    cluster = await TestCluster.start();
  });
  beforeEach(() => cluster.ask('POST', '/emulator/checkpoints/empty/restore'));
  after(() => cluster.stop());

  it('fills in what the API fills in', async () => {
    const { status, body } = await cluster.ask<Workload>('POST', DEPLOYMENTS, { body: deployment('web') });
    assert.equal(status, 201);
    const { spec, metadata } = body;
    assert.equal(metadata.generation, 1);
    assert.match(metadata.uid, /^[0-9a-f-]{36}$/);
    assert.deepEqual(spec.strategy, {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    });
    assert.equal(spec.progressDeadlineSeconds, 600);
    assert.equal(spec.revisionHistoryLimit, 10);
    const template = spec.template?.spec;
    assert.equal(template?.terminationGracePeriodSeconds, 30);
    assert.deepEqual(template?.containers, [
      {
        name: 'main',
        image: 'nginx:1.25',
        imagePullPolicy: 'IfNotPresent',
        resources: {},
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
      },
    ]);
  });

  it('gives a service an address of its own and keeps it', async () => {
    const service = (name: string, port: number) => ({
      metadata: { name },
      spec: { selector: { app: 'x' }, ports: [{ port }] },
    });
    interface Spec {
      spec: { clusterIP: string; ports: object[]; type: string; sessionAffinity: string };
    }
    const { body: a } = await cluster.ask<Spec>('POST', `${NS}/services`, { body: service('a', 80) });
    const { body: b } = await cluster.ask<Spec>('POST', `${NS}/services`, { body: service('b', 80) });
    assert.match(a.spec.clusterIP, /^10\.96\.\d+\.\d+$/);
    assert.notEqual(a.spec.clusterIP, b.spec.clusterIP);
    assert.deepEqual(a.spec.ports, [{ port: 80, targetPort: 80, protocol: 'TCP' }]);
    const { body: changed } = await cluster.ask<Spec>('PUT', `${NS}/services/a`, { body: service('a', 81) });
    assert.equal(changed.spec.clusterIP, a.spec.clusterIP);
    const moved = { ...service('a', 80), spec: { clusterIP: '10.96.9.9', ports: [{ port: 80 }] } };
    const refused = await cluster.ask<Status>('PUT', `${NS}/services/a`, { body: moved });
    assert.match(
      refused.body.message ?? '',
      /spec\.clusterIPs\[0\]: Invalid value: .*: may not change once set/,
    );
  });

  it('makes up a name from generateName', async () => {
    const { body } = await cluster.ask('POST', MAPS, { body: { metadata: { generateName: 'x-' } } });
    assert.match(body.metadata.name, /^x-[a-z0-9]{5}$/);
  });

  it('refuses a second object of a name', async () => {
    await cluster.ask('POST', DEPLOYMENTS, { body: deployment('web') });
    const { status, body } = await cluster.ask<Status>('POST', DEPLOYMENTS, { body: deployment('web') });
    assert.deepEqual([status, body.message], [409, 'deployments.apps "web" already exists']);
  });

  it('counts changes of the spec, not those of labels', async () => {
    await cluster.ask('POST', DEPLOYMENTS, { body: deployment('web') });
    const patch = (body: object) =>
      cluster.ask('PATCH', `${DEPLOYMENTS}/web`, { body, contentType: 'application/merge-patch+json' });
    assert.equal((await patch({ metadata: { labels: { a: 'b' } } })).body.metadata.generation, 1);
    assert.equal((await patch({ spec: { paused: true } })).body.metadata.generation, 2);
  });

  it('does not make a new version when nothing changes', async () => {
    const { body } = await cluster.ask('POST', MAPS, { body: { metadata: { name: 'a' }, data: { x: '1' } } });
    const again = await cluster.ask('PUT', `${MAPS}/a`, {
      body: { metadata: { name: 'a' }, data: { x: '1' } },
    });
    assert.equal(again.body.metadata.resourceVersion, body.metadata.resourceVersion);
  });

  it('answers a dry run as if it were done, and does nothing', async () => {
    const made = await cluster.ask('POST', `${MAPS}?dryRun=All`, { body: { metadata: { name: 'a' } } });
    assert.equal(made.status, 201);
    assert.equal((await cluster.ask('GET', `${MAPS}/a`)).status, 404);
    await cluster.ask('POST', MAPS, { body: { metadata: { name: 'a' } } });
    const applied = await cluster.apply(
      `${MAPS}/a`,
      'm',
      { apiVersion: 'v1', kind: 'ConfigMap', data: { x: '1' } },
      '&dryRun=All',
    );
    assert.deepEqual(applied.body.data, { x: '1' });
    assert.equal((await cluster.ask('DELETE', `${MAPS}/a?dryRun=All`)).status, 200);
    assert.equal((await cluster.ask('GET', `${MAPS}/a`)).body.data, undefined);
  });

  it('warns of unknown fields unless told otherwise', async () => {
    const body = { metadata: { name: 'a' }, dat: {} };
    const warned = await cluster.ask('POST', `${MAPS}?dryRun=All`, { body });
    assert.equal(warned.headers.warning, '299 - "unknown field \\"dat\\""');
    const ignored = await cluster.ask('POST', `${MAPS}?dryRun=All&fieldValidation=Ignore`, { body });
    assert.equal(ignored.headers.warning, undefined);
  });

  it('reads YAML', async () => {
    const body = 'metadata: {name: a}\ndata:\n  x: "1"\n';
    const { body: made } = await cluster.ask('POST', MAPS, { body, contentType: 'application/yaml' });
    assert.deepEqual(made.data, { x: '1' });
    const told = await cluster.ask<string>('GET', `${MAPS}/a`, { accept: 'application/yaml' });
    assert.match(told.body, /^apiVersion: v1\nkind: ConfigMap\n/);
  });

  it('keeps secrets as base64, also those given as text', async () => {
    const secret = { metadata: { name: 's' }, stringData: { p: 'q' } };
    const { body } = await cluster.ask('POST', `${NS}/secrets`, { body: secret });
    assert.deepEqual([body.type, body.data, body.stringData], ['Opaque', { p: 'cQ==' }, undefined]);
  });

  it('creates by server-side apply, with the applier as owner', async () => {
    const { status, body } = await cluster.apply(`${DEPLOYMENTS}/web`, 'confighub', deployment('web'));
    assert.equal(status, 201);
    assert.deepEqual(managers(body), [['confighub', 'Apply', '']]);
  });

  it('scales apart from everything else, and takes the replicas over', async () => {
    await cluster.apply(`${DEPLOYMENTS}/web`, 'confighub', deployment('web', { replicas: 3 }));
    const scale = {
      apiVersion: 'autoscaling/v1',
      kind: 'Scale',
      metadata: { name: 'web' },
      spec: { replicas: 4 },
    };
    const scaled = await cluster.ask('PUT', `${DEPLOYMENTS}/web/scale?fieldManager=kubectl`, { body: scale });
    assert.deepEqual(scaled.body.spec, { replicas: 4 });
    assert.match(String((scaled.body.status as { selector: string }).selector), /^app=web$/);
    const { body } = await cluster.ask('GET', `${DEPLOYMENTS}/web`);
    assert.deepEqual(managers(body), [
      ['confighub', 'Apply', ''],
      ['kubectl', 'Update', 'scale'],
    ]);
    const refused = await cluster.apply<Status>(
      `${DEPLOYMENTS}/web`,
      'confighub',
      deployment('web', { replicas: 3 }),
    );
    assert.equal(
      refused.body.message,
      'Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1: .spec.replicas',
    );
    const forced = await cluster.apply<Workload>(
      `${DEPLOYMENTS}/web`,
      'confighub',
      deployment('web', { replicas: 3 }),
      '&force=true',
    );
    assert.equal(forced.body.spec.replicas, 3);
  });

  it('writes the status apart from the rest', async () => {
    await cluster.ask('POST', DEPLOYMENTS, { body: deployment('web', { paused: true, replicas: 0 }) });
    const patch = { spec: { replicas: 9 }, status: { conditions: [{ type: 'Mine', status: 'True' }] } };
    const contentType = 'application/strategic-merge-patch+json';
    const { body } = await cluster.ask<Workload>('PATCH', `${DEPLOYMENTS}/web/status`, {
      body: patch,
      contentType,
    });
    assert.equal(body.spec.replicas, 0);
    assert.match(JSON.stringify(body.status.conditions), /"Mine"/);
    const main = await cluster.ask<Workload>('PATCH', `${DEPLOYMENTS}/web`, {
      body: { status: { replicas: 7 } },
      contentType,
    });
    assert.notEqual(main.body.status.replicas, 7);
  });
});

import assert from 'node:assert/strict';
import { TestCluster } from '../testing/cluster';

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

interface ResourceList {
  kind: string;
  groupVersion: string;
  resources: { name: string; kind: string; namespaced: boolean; verbs: string[] }[];
}

interface Discovery {
  kind: string;
  items: {
    metadata: { name?: string };
    versions: { resources: { resource: string; subresources?: object[] }[] }[];
  }[];
}

describe('discovery', () => {
  let cluster: TestCluster;
  before(async () => {
    cluster = await TestCluster.start();
  });
  after(() => cluster.stop());

  it('lists what each group has', async () => {
    const { body } = await cluster.ask<ResourceList>('GET', '/apis/apps/v1');
    assert.equal(body.kind, 'APIResourceList');
    const names = body.resources.map(({ name }) => name);
    const of = (plural: string) => [plural, `${plural}/scale`, `${plural}/status`];
    assert.deepEqual(names, [...of('deployments'), ...of('replicasets')]);
    assert.ok(body.resources.every(({ kind, namespaced, verbs }) => kind && namespaced && verbs.length > 0));
  });

  it('tells everything at once to those who ask for it', async () => {
    const { body, headers } = await cluster.ask<Discovery>('GET', '/apis', {
      accept: `${AGGREGATED},application/json`,
    });
    assert.equal(headers['content-type'], AGGREGATED);
    assert.equal(body.kind, 'APIGroupDiscoveryList');
    const apps = body.items.find(({ metadata }) => metadata.name === 'apps');
    assert.deepEqual(
      apps?.versions[0]?.resources.map(({ resource }) => resource),
      ['deployments', 'replicasets'],
    );
    const core = await cluster.ask<Discovery>('GET', '/api', { accept: AGGREGATED });
    assert.equal(core.body.items[0]?.metadata.name, undefined);
  });

  it('falls back to the plain form for older clients', async () => {
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json';
    assert.equal((await cluster.ask<{ kind: string }>('GET', '/apis', { accept })).body.kind, 'APIGroupList');
  });

  it('describes types and parameters for each group', async () => {
    const { body: index } = await cluster.ask<{ paths: Record<string, { serverRelativeURL: string }> }>(
      'GET',
      '/openapi/v3',
    );
    for (const { serverRelativeURL } of Object.values(index.paths)) {
      const { status, body } = await cluster.ask<{ components: { schemas: Record<string, object> } }>(
        'GET',
        serverRelativeURL,
      );
      assert.equal(status, 200, serverRelativeURL);
      const refs = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
        ([, name]) => name ?? '',
      );
      assert.deepEqual(
        refs.filter((name) => !body.components.schemas[name]),
        [],
      );
    }
  });

  it('shows no custom resources, and takes none', async () => {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    assert.deepEqual((await cluster.ask('GET', path)).body.items, []);
    assert.equal((await cluster.ask('POST', path, { body: {} })).status, 405);
  });
});

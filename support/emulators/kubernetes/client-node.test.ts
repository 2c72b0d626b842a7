import assert from 'node:assert/strict';
import type { KubernetesObject, V1ConfigMap } from '@kubernetes/client-node';
import { TestCluster } from './testing/cluster';
import { deployment } from './testing/deployment';

describe('@kubernetes/client-node', () => {
  let cluster: TestCluster;
  let client: typeof import('@kubernetes/client-node');
  let config: import('@kubernetes/client-node').KubeConfig;

  before(async () => {
    client = await import('@kubernetes/client-node');
    cluster = await TestCluster.start();
    config = new client.KubeConfig();
    config.loadFromFile(cluster.kubeconfig);
  });
  beforeEach(() => cluster.ask('POST', '/emulator/checkpoints/empty/restore'));
  after(() => cluster.stop());

  it('creates, reads, applies and deletes objects of any kind', async () => {
    const objects = client.KubernetesObjectApi.makeApiClient(config);
    const web = {
      ...deployment('web'),
      metadata: { name: 'web', namespace: 'default' },
    } as KubernetesObject & {
      metadata: { name: string };
    };
    await objects.create(web);
    const strategy = client.PatchStrategy.ServerSideApply;
    await objects.patch(web, undefined, undefined, 'suite', true, strategy);
    const read = await objects.read(web);
    assert.ok(
      read.metadata?.managedFields?.some(
        ({ manager, operation }) => manager === 'suite' && operation === 'Apply',
      ),
    );
    await objects.delete(web);
    await assert.rejects(objects.read(web), (error) => (error as { code?: number }).code === 404);
  });

  it('speaks the typed APIs', async () => {
    const core = config.makeApiClient(client.CoreV1Api);
    const body = { metadata: { name: 'settings' }, data: { a: '1' } };
    await core.createNamespacedConfigMap({ namespace: 'default', body });
    const { items } = await core.listNamespacedConfigMap({ namespace: 'default', labelSelector: '!x' });
    assert.ok(items.some(({ metadata }) => metadata?.name === 'settings'));
    const apps = config.makeApiClient(client.AppsV1Api);
    assert.deepEqual((await apps.listDeploymentForAllNamespaces()).items, []);
  });

  it('keeps an informer up to date, also across a restore', async () => {
    const core = config.makeApiClient(client.CoreV1Api);
    const list = () => core.listNamespacedConfigMap({ namespace: 'default' });
    const informer = client.makeInformer<V1ConfigMap>(config, '/api/v1/namespaces/default/configmaps', list);
    const seen = (verb: 'add' | 'delete', name: string) =>
      new Promise<void>((resolve) =>
        informer.on(verb, ({ metadata }) => void (metadata?.name === name && resolve())),
      );
    const again = (): void => void informer.start();
    informer.on('error', again);
    await informer.start();
    const added = seen('add', 'a');
    const body = { metadata: { name: 'a' } };
    await core.createNamespacedConfigMap({ namespace: 'default', body });
    await added;
    const deleted = seen('delete', 'a');
    await cluster.ask('POST', '/emulator/checkpoints/empty/restore');
    await deleted;
    informer.off('error', again);
    await informer.stop();
  });
});

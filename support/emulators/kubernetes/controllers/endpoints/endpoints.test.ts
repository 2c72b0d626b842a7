import assert from 'node:assert/strict';
import type { EndpointSlice, Endpoints } from '../objects/networking';
import { deployment, podsOf, startTestCluster, type TestCluster } from '../testing/cluster';

describe('endpoints of a service', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
    const metadata = { name: 'trade-service', namespace: 'trading', labels: { app: 'trade-service' } };
    const spec = {
      selector: { app: 'trade-service' },
      ports: [{ name: 'web', port: 80, targetPort: 'http' }],
    };
    cluster.store.create({ apiVersion: 'v1', kind: 'Service', metadata, spec });
  });
  afterEach(() => cluster.stop());

  const subsets = () => cluster.store.get<Endpoints>('endpoints', 'trade-service', 'trading')?.subsets;
  const slices = () => cluster.store.list<EndpointSlice>('endpointslices.discovery.k8s.io', 'trading');

  it('are none while no pod is selected', async () => {
    await cluster.pass();
    assert.equal(subsets(), undefined);
    assert.deepEqual(
      slices().map(({ endpoints }) => endpoints ?? []),
      [[]],
    );
  });

  it('hold pods by readiness, with the number of the named port', async () => {
    cluster.store.create(deployment({ replicas: 2 }));
    await cluster.pass(900);
    assert.deepEqual(
      subsets()?.map((each) => [each.addresses?.length, each.notReadyAddresses?.length]),
      [[undefined, 2]],
    );
    await cluster.pass(2_000);
    const ips = podsOf(cluster.store).map(({ status }) => status?.podIP);
    assert.deepEqual(
      subsets()?.map(({ addresses }) => addresses?.map(({ ip }) => ip)),
      [ips],
    );
    assert.deepEqual(subsets()?.[0]?.ports, [{ name: 'web', port: 18092, protocol: 'TCP' }]);
    const [slice, ...others] = slices();
    assert.equal(others.length, 0);
    assert.deepEqual(
      slice?.endpoints?.map(({ addresses, conditions }) => [addresses[0], conditions.ready]),
      ips.map((ip) => [ip, true]),
    );
  });

  it('lose a pod as soon as it is told to end', async () => {
    cluster.store.create(deployment({ replicas: 1 }));
    await cluster.pass(3_000);
    const before = podsOf(cluster.store)[0];
    cluster.store.delete('pods', before?.metadata.name ?? '', 'trading');
    await cluster.pass();
    const names = subsets()?.flatMap(({ addresses = [] }) =>
      addresses.map(({ targetRef }) => targetRef?.name),
    );
    assert.ok(!names?.includes(before?.metadata.name));
  });

  it('go with the service', async () => {
    await cluster.pass();
    cluster.store.delete('services', 'trade-service', 'trading');
    await cluster.pass();
    assert.equal(cluster.store.get('endpoints', 'trade-service', 'trading'), undefined);
  });
});

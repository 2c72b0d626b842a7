import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Pod } from '../controllers/objects/pod';
import { startTestCluster, type TestCluster } from '../controllers/testing/cluster';

describe('the worker in a pod', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(() => cluster.stop());

  function run(environment: Record<string, string>): void {
    const env = Object.entries(environment).map(([name, value]) => ({ name, value }));
    const containers = [
      { name: 'worker', image: 'confighubai/confighub-worker:latest', args: ['kubernetes'], env },
    ];
    const metadata = { name: 'worker', namespace: 'trading' };
    cluster.store.create({ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers } });
  }
  const worker = () => cluster.store.get<Pod>('pods', 'worker', 'trading')?.status?.containerStatuses?.[0];
  const log = () => cluster.pods.log({ namespace: 'trading', pod: 'worker' }).text;

  /** Lets time pass until the worker's container tells a reason to wait for. */
  async function reason(wanted: string): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (worker()?.state.waiting?.reason !== wanted) {
      assert.ok(Date.now() < deadline, `waiting for ${wanted}, last seen ${JSON.stringify(worker()?.state)}`);
      await cluster.pass(100);
    }
  }

  it('says which setting is missing and comes again, ever later', async () => {
    run({ CONFIGHUB_WORKER_ID: 'id' });
    await reason('CrashLoopBackOff');
    assert.match(log(), /CONFIGHUB_WORKER_SECRET/);
    assert.equal(worker()?.lastState.terminated?.exitCode, 1);
  });

  it('says that the hub cannot be reached and comes again', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    run({
      CONFIGHUB_URL: 'http://127.0.0.1',
      CONFIGHUB_WORKER_PORT: String(port),
      CONFIGHUB_WORKER_ID: 'id',
      CONFIGHUB_WORKER_SECRET: 'a-long-secret',
    });
    await reason('CrashLoopBackOff');
    assert.match(log(), /ECONNREFUSED/);
    assert.ok(!log().includes('a-long-secret'));
  });
});

import assert from 'node:assert/strict';
import type { UnitOperation } from './hub/messages';
import { HubError, startWorker, type Worker } from './index';
import { decode, encode } from './operations/report';
import { FakeCluster, failure } from './testing/fake-cluster';
import { FakeHub } from './testing/fake-hub';

const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: prod}\n';
const deployment = (image: string, name = 'trade') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: prod}
spec:
  replicas: 1
  selector: {matchLabels: {app: ${name}}}
  template: {spec: {containers: [{name: app, image: '${image}'}]}}
`;
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: trade}\nspec: {ports: [{port: 80}]}\n';
const rolledOut = {
  replicas: 1,
  updatedReplicas: 1,
  availableReplicas: 1,
  readyReplicas: 1,
  conditions: [{ type: 'Available', status: 'True' }],
};

describe('worker', () => {
  let hub: FakeHub;
  let cluster: FakeCluster;
  let worker: Worker | undefined;
  let logged: string[];
  let count = 0;

  const start = (changes: Partial<Parameters<typeof startWorker>[0]> = {}) =>
    startWorker({
      hubUrl: 'http://127.0.0.1:1/ignored',
      workerPort: hub.port,
      workerId: hub.workerId,
      workerSecret: hub.secret,
      clusters: { server: cluster.url },
      inCluster: false,
      log: (line) => logged.push(line),
      pace: 100,
      ...changes,
    });
  const operation = (data: string, more: Partial<UnitOperation> = {}): UnitOperation => ({
    QueuedOperationID: `operation-${++count}`,
    UnitSlug: 'trade',
    UnitID: 'unit-1',
    SpaceID: 'space-1',
    RevisionNum: 1,
    Data: encode(data),
    TargetParams: encode('{"WaitTimeout":"10s"}'),
    ...more,
  });
  const carryOut = (action: Parameters<FakeHub['ask']>[0], asked: UnitOperation) => {
    hub.ask(action, asked);
    return hub.final(asked.QueuedOperationID);
  };
  /** As soon as an object is applied it is what it should be. */
  const reconcile = (name: string, status: object = rolledOut) =>
    cluster.faults.push((request) => {
      if (request === `GET ${name}` && cluster.objects.has(name))
        cluster.change(name, (object) => {
          object.status = { ...status };
        });
      return undefined;
    });

  beforeEach(async () => {
    logged = [];
    hub = await FakeHub.start();
    cluster = await FakeCluster.start();
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await hub.stop();
    await cluster.stop();
  });

  it('offers the cluster it runs in as a target of its own name', async () => {
    worker = await start();
    assert.deepEqual(hub.registrations, [
      {
        BridgeWorkerInfo: {
          SupportedConfigTypes: [
            {
              ToolchainType: 'Kubernetes/YAML',
              ProviderType: 'Kubernetes',
              AvailableTargets: [{ Name: 'trader', Params: { WaitTimeout: '2m0s' } }],
            },
          ],
        },
        FunctionWorkerInfo: { SupportedFunctions: {} },
      },
    ]);
  });

  it('applies namespaces first, then all else, forced, and reports the live state', async () => {
    worker = await start();
    reconcile('Deployment/prod/trade');
    const result = await carryOut(
      'Apply',
      operation([deployment('app:1'), service, namespace].join('---\n')),
    );
    assert.equal(result.Result, 'ApplyCompleted');
    assert.match(result.Message, /^Applied 3 resources successfully at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const writes = cluster.requests.filter(
      (request) => request.startsWith('PATCH') && !request.includes('kube-system'),
    );
    assert.deepEqual(writes, [
      'PATCH Namespace/prod',
      'PATCH Service/default/trade dryRun',
      'PATCH Deployment/prod/trade dryRun',
      'PATCH Service/default/trade',
      'PATCH Deployment/prod/trade',
    ]);
    const live = decode(result.LiveState);
    assert.match(
      live,
      /^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n {2}name: trade\n {2}namespace: prod\nspec:/,
    );
    assert.doesNotMatch(live, /status|uid|managedFields/);
    const told = hub.results.map(({ Status, Message }) => `${Status} ${Message.replace(/ at .*/, '')}`);
    assert.deepEqual(told, [
      'Progressing Starting to apply resources...',
      'Progressing Applying resources...',
      'Progressing Waiting for the applied resources...',
      'Completed Applied 3 resources successfully',
    ]);
  });

  it('waits until a Deployment is rolled out', async () => {
    worker = await start();
    const asked = operation(deployment('app:1'), { TargetParams: encode('{"WaitTimeout":"100m"}') });
    hub.ask('Apply', asked);
    await hub.until(() => hub.results.some(({ Message }) => Message.startsWith('Waiting')));
    assert.equal(
      hub.results.some(({ Status }) => Status === 'Completed'),
      false,
    );
    cluster.change('Deployment/prod/trade', (object) => {
      object.status = rolledOut;
    });
    assert.equal((await hub.final(asked.QueuedOperationID)).Result, 'ApplyCompleted');
  });

  it('reports what a rollout that does not end waits for, in the words of the cluster', async () => {
    worker = await start();
    const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling image "app:missing"' };
    cluster.objects.set('Pod/prod/trade-1', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'trade-1', namespace: 'prod', labels: { app: 'trade' } },
      status: { phase: 'Pending', containerStatuses: [{ name: 'app', state: { waiting } }] },
    });
    const result = await carryOut('Apply', operation(deployment('app:missing')));
    assert.equal(`${result.Status} ${result.Result}`, 'Failed ApplyWaitFailed');
    assert.equal(
      result.Message,
      "Failed to wait for resources: timeout waiting for: [Deployment/prod/trade status: 'InProgress': " +
        'Replicas: 0/1; Pod trade-1 ImagePullBackOff: Back-off pulling image "app:missing"]',
    );
    assert.equal(result.LiveState, undefined);
  });

  it('does not wait for a Deployment that has passed its deadline', async () => {
    worker = await start();
    const stuck = {
      type: 'Progressing',
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: 'timed out',
    };
    reconcile('Deployment/prod/trade', { conditions: [stuck] });
    const asked = operation(deployment('app:1'), { TargetParams: encode('{"WaitTimeout":"100m"}') });
    const result = await carryOut('Apply', asked);
    assert.equal(result.Result, 'ApplyWaitFailed');
    assert.match(result.Message, /failed early .* status: 'Failed': Progress deadline exceeded: timed out\]/);
  });

  it('applies nothing of a unit of which the cluster refuses a part', async () => {
    worker = await start();
    cluster.faults.push((request) =>
      request === 'PATCH Deployment/prod/trade dryRun'
        ? failure(404, 'NotFound', 'namespaces "prod" not found')
        : undefined,
    );
    const result = await carryOut('Apply', operation([service, deployment('app:1')].join('---\n')));
    assert.equal(`${result.Status} ${result.Result}`, 'Failed ApplyFailed');
    assert.equal(
      result.Message,
      'Failed to apply resources: Deployment/prod/trade not found: namespaces "prod" not found',
    );
    assert.equal(cluster.objects.has('Service/default/trade'), false);
  });

  it('removes what a unit no longer holds, but not what another unit has taken over', async () => {
    worker = await start();
    reconcile('Deployment/prod/trade');
    reconcile('Deployment/prod/extra');
    await carryOut(
      'Apply',
      operation([deployment('app:1'), deployment('app:1', 'extra'), service].join('---\n')),
    );
    await carryOut('Apply', operation(service, { UnitID: 'unit-2' }));
    const result = await carryOut('Apply', operation(deployment('app:1'), { RevisionNum: 2 }));
    assert.equal(result.Result, 'ApplyCompleted');
    assert.equal(cluster.objects.has('Deployment/prod/extra'), false);
    assert.equal(cluster.objects.has('Deployment/prod/trade'), true);
    assert.equal(cluster.objects.has('Service/default/trade'), true);
  });

  it('remembers what a failed apply has left, to remove it later', async () => {
    worker = await start();
    reconcile('Deployment/prod/trade');
    const failed = await carryOut(
      'Apply',
      operation([deployment('app:1'), deployment('x:missing', 'extra')].join('---\n')),
    );
    assert.equal(failed.Result, 'ApplyWaitFailed');
    assert.equal(cluster.objects.has('Deployment/prod/extra'), true);
    await carryOut('Apply', operation(deployment('app:1')));
    assert.equal(cluster.objects.has('Deployment/prod/extra'), false);
  });

  it('destroys all objects of a unit and its inventory', async () => {
    worker = await start();
    reconcile('Deployment/prod/trade');
    await carryOut('Apply', operation([deployment('app:1'), service].join('---\n')));
    const result = await carryOut('Destroy', operation([deployment('app:1'), service].join('---\n')));
    assert.equal(result.Result, 'DestroyCompleted', result.Message);
    assert.equal(result.LiveState, '');
    assert.deepEqual([...cluster.objects.keys()], []);
  });

  it('leaves no inventory behind when the namespace goes', async () => {
    worker = await start();
    reconcile('Deployment/prod/trade');
    await carryOut('Apply', operation([namespace, deployment('app:1')].join('---\n')));
    const { uid } = cluster.objects.get('Namespace/prod')?.metadata ?? {};
    const inventory = cluster.objects.get('ConfigMap/kube-system/confighub-inventory-unit-1');
    assert.deepEqual(inventory?.metadata.ownerReferences, [
      { apiVersion: 'v1', kind: 'Namespace', name: 'prod', uid },
    ]);
  });

  it('writes its inventory once and leaves it alone when nothing changes', async () => {
    worker = await start();
    await carryOut('Apply', operation(service));
    await carryOut('Apply', operation(service));
    const writes = cluster.requests.filter((request) => request.startsWith('PATCH ConfigMap/kube-system'));
    assert.equal(writes.length, 1);
  });

  it('finds no drift where there is none', async () => {
    worker = await start();
    const applied = await carryOut('Apply', operation(service));
    const result = await carryOut('Refresh', operation(service, { LiveState: applied.LiveState }));
    assert.equal(`${result.Status} ${result.Result}`, 'Completed RefreshAndNoDrift');
  });

  it('says which object is gone when it refreshes', async () => {
    worker = await start();
    const result = await carryOut('Refresh', operation(service));
    assert.equal(result.Result, 'RefreshFailed');
    assert.match(result.Message, /services "trade" not found/);
  });

  it('imports the resources that are named, and says that it searches for none', async () => {
    worker = await start();
    await carryOut('Apply', operation(service));
    const named = JSON.stringify([{ ResourceType: 'v1/Service', ResourceName: 'default/trade' }]);
    const result = await carryOut('Import', operation(named));
    assert.equal(result.Result, 'ImportCompleted');
    assert.match(decode(result.Data), /kind: Service/);
    assert.match((await carryOut('Import', operation(''))).Message, /only resources that are named/);
  });

  it('gives up waiting when the same unit is asked for again, and carries out the newer operation', async () => {
    worker = await start();
    const slow = { TargetParams: encode('{"WaitTimeout":"100m"}') };
    const first = operation(deployment('x:missing'), slow);
    hub.ask('Apply', first);
    await hub.until(() => hub.results.some(({ Message }) => Message.startsWith('Waiting')));
    const second = operation(deployment('app:1'), { ...slow, RevisionNum: 2 });
    hub.ask('Apply', second);
    const ended = await hub.final(first.QueuedOperationID);
    // Not before: the first would be carried out as well.
    reconcile('Deployment/prod/trade');
    assert.equal((await hub.final(second.QueuedOperationID)).Result, 'ApplyCompleted');
    assert.equal(`${ended.Status} ${ended.Message}`, 'Canceled a newer operation on the unit was requested');
  });

  it('carries out other units while one waits', async () => {
    worker = await start();
    hub.ask('Apply', operation(deployment('x:missing'), { TargetParams: encode('{"WaitTimeout":"100m"}') }));
    const result = await carryOut('Apply', operation(service, { UnitID: 'unit-2' }));
    assert.equal(result.Result, 'ApplyCompleted');
  });

  it('asks again when the cluster puts it off', async () => {
    worker = await start();
    let refused = 0;
    cluster.faults.push((request) =>
      request === 'PATCH Service/default/trade' && refused++ < 2
        ? failure(429, 'TooManyRequests', 'later', { 'retry-after': '1' })
        : undefined,
    );
    assert.equal((await carryOut('Apply', operation(service))).Result, 'ApplyCompleted');
    assert.equal(refused, 3);
  });

  it('reports a cluster that cannot be reached', async () => {
    worker = await start({ clusters: { server: 'http://127.0.0.1:1' } });
    const result = await carryOut('Apply', operation(service));
    assert.equal(result.Result, 'ApplyFailed');
    assert.match(result.Message, /the cluster at http:\/\/127.0.0.1:1 cannot be reached: ECONNREFUSED/);
  });

  it('reports configuration that is no Kubernetes object', async () => {
    worker = await start();
    const result = await carryOut('Apply', operation('replicas: 3\n'));
    assert.match(
      result.Message,
      /a document is no Kubernetes object, it needs apiVersion, kind and metadata.name/,
    );
  });

  it('answers heartbeats, and refuses functions', async () => {
    worker = await start();
    hub.send({ Event: 'WorkerEvent', Data: { Action: 'Heartbeat', Payload: { Timestamp: 0 } } });
    const beat = await hub.until(() => hub.results.find(({ Action }) => Action === 'Heartbeat'));
    assert.equal(beat.Status, 'Completed');
    hub.send({
      Event: 'FunctionWorkerEvent',
      Data: { Action: 'InvokeFunctions', Payload: { QueuedOperationID: 'f' } },
    });
    assert.equal((await hub.final('f')).Message, 'this worker runs no functions');
  });

  it('skips lines that are no events', async () => {
    worker = await start();
    hub.write(': comment\nevent: x\ndata: {broken\n\n');
    assert.equal((await carryOut('Apply', operation(service))).Result, 'ApplyCompleted');
    assert.ok(logged.includes('[ERROR] Malformed event data received (invalid JSON)'));
  });

  it('ends with its stream outside a cluster', async () => {
    worker = await start();
    hub.endStream();
    await worker.ended;
  });

  it('connects again in a cluster, and registers again', async () => {
    worker = await start({ inCluster: true });
    hub.endStream();
    await hub.until(() => hub.registrations.length === 2);
    assert.equal((await carryOut('Apply', operation(service))).Result, 'ApplyCompleted');
  });

  it('is refused with a wrong secret, which it does not tell', async () => {
    await assert.rejects(start({ workerSecret: 'wrong-secret-1234' }), (error: unknown) => {
      assert.ok(error instanceof HubError);
      assert.match(error.message, /missing or invalid worker secret: the hub answered 401/);
      assert.doesNotMatch(error.message, /wrong-secret/);
      return true;
    });
    await assert.rejects(start({ workerSecret: '' }), /missing or invalid worker secret/);
  });

  it('says where it looked for a hub that is not there', async () => {
    await assert.rejects(
      start({ workerPort: 1 }),
      /the hub at http:\/\/127.0.0.1:1 cannot be reached: ECONNREFUSED/,
    );
  });

  it('never logs secrets or configuration', async () => {
    worker = await start();
    const secret = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: s}\ndata: {password: hunter2hunter2}\n';
    await carryOut('Apply', operation(secret));
    assert.doesNotMatch(
      logged.join('\n'),
      new RegExp(`hunter2|${hub.secret}|${encode('hunter2').slice(0, 6)}`),
    );
  });
});

import assert from 'node:assert/strict';
import type { Container } from '../controllers/objects/pod';
import { deployment, podsOf, startTestCluster, type TestCluster } from '../controllers/testing/cluster';
import type { ProxyRequest } from './model';

describe('proxy to pods and services', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
    const settings = {
      SERVICE_NAME: 'trade-service',
      TRADING_ALGORITHM: 'v2',
      CIRCUIT_BREAKER: 'true',
      OTHER: '<&>',
    };
    const env = Object.entries(settings).map(([name, value]) => ({ name, value }));
    const ports = [
      { name: 'http', containerPort: 18092 },
      { name: 'metrics', containerPort: 9090 },
    ];
    cluster.store.create(deployment({ replicas: 2 }, { env, ports }));
    service('trade-service', [
      { name: 'http', port: 80, targetPort: 'http' },
      { name: 'metrics', port: 9090 },
    ]);
    service('single', [{ port: 8080, targetPort: 18092 }]);
    service('nowhere', [{ port: 80 }], { app: 'nobody' });
    await cluster.pass(3_000);
  });
  afterEach(() => cluster.stop());

  function service(name: string, ports: object[], selector: object = { app: 'trade-service' }) {
    const metadata = { name, namespace: 'trading' };
    cluster.store.create({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports, selector } });
  }
  const ask = (kind: ProxyRequest['kind'], target: string, path = '/config') =>
    cluster.pods.proxy({ kind, namespace: 'trading', target, method: 'GET', path, query: '' });

  const CONFIG = '{"CIRCUIT_BREAKER":"true","SERVICE_NAME":"trade-service","TRADING_ALGORITHM":"v2"}\n';

  for (const target of [
    'trade-service:http',
    'trade-service:80',
    'http:trade-service:http',
    'trade-service:metrics',
    'single',
    'single:8080',
  ]) {
    it(`reaches service ${target}`, async () => {
      const { status, headers, body } = await ask('services', target);
      assert.deepEqual([status, headers['Content-Type'], body], [200, 'application/json', CONFIG]);
    });
  }

  it('reaches a pod on the port given, or on its first', async () => {
    const name = podsOf(cluster.store)[0]?.metadata.name;
    for (const target of [`${name}`, `${name}:9090`, `http:${name}:18092`]) {
      assert.equal((await ask('pods', target, '/actuator/health')).body, '{"status":"UP"}\n');
    }
  });

  it('passes on what the container answers to unknown paths; only reference-data has stocks', async () => {
    for (const path of ['/', '/stocks', '/config/']) {
      const { status, body } = await ask('services', 'single', path);
      assert.deepEqual([status, body], [404, '404 page not found\n']);
    }
  });

  const refusals: [kind: ProxyRequest['kind'], target: string, code: number, message: string | RegExp][] = [
    ['services', 'absent', 404, 'services "absent" not found'],
    ['pods', 'absent', 404, 'pods "absent" not found'],
    ['services', 'nowhere', 503, 'no endpoints available for service "nowhere"'],
    ['services', 'trade-service', 503, 'no endpoints available for service "trade-service"'],
    ['services', 'trade-service:81', 503, 'no service port 81 found for service "trade-service"'],
    ['services', 'trade-service:grpc', 503, 'no endpoints available for service "trade-service"'],
    ['services', 'ftp:trade-service:80', 400, 'invalid service request "ftp:trade-service:80"'],
    ['services', 'https:single:8080', 503, /tls: first record does not look like a TLS handshake$/],
  ];
  for (const [kind, target, code, message] of refusals) {
    it(`refuses ${kind} ${target}`, () => assert.rejects(ask(kind, target), { code, message }));
  }

  it('tells when nothing listens on the port of a pod', async () => {
    const name = podsOf(cluster.store)[0]?.metadata.name;
    await assert.rejects(ask('pods', `${name}:81`), {
      code: 503,
      message: /^error trying to reach service: dial tcp 10\.244\.\d+\.\d+:81: connect: connection refused$/,
    });
  });

  it('has a pod end that is told to be an unknown service, and says so in its log', async () => {
    const name = 'lost';
    const containers: Container[] = [
      {
        name,
        image: 'ghcr.io/finos/traderx/trade-service:v1',
        env: [{ name: 'SERVICE_NAME', value: 'web' }],
      },
    ];
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'trading' },
      spec: { containers },
    });
    await cluster.pass(1_000);
    const { text } = cluster.pods.log({ namespace: 'trading', pod: name });
    assert.match(text, /SERVICE_NAME is "web", want reference-data or trade-service\n$/);
  });
});

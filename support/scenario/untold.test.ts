import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from '../cluster/cluster';
import { Connection } from '../cluster/connection';
import { untold } from './untold';

/** What a proxy answers, by the end of the path. */
type Answers = Record<string, [number, object]>;

describe('services that do not tell their settings', () => {
  let folder: string;
  let server: Server;
  let cluster: Cluster;
  let answers: Answers;
  const springs: [number, object] = [404, { status: 404, error: 'Not Found', path: '/config' }];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'untold-'));
    server = createServer(({ url = '' }, response) => {
      const [status, body] = Object.entries(answers).find(([end]) =>
        decodeURIComponent(url).endsWith(end),
      )?.[1] ?? [500, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    writeFileSync(
      join(folder, 'kubeconfig'),
      JSON.stringify({
        contexts: [{ name: 'it', context: { cluster: 'it', user: 'it' } }],
        clusters: [{ name: 'it', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
        users: [{ name: 'it', user: {} }],
      }),
    );
    cluster = new Cluster(new Connection(join(folder, 'kubeconfig'), 'it'), { transcript: () => undefined });
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const asked = async (alwaysTold = false): Promise<string> => {
    try {
      await cluster.ask('prod', 'trade-service', '/config');
      return 'told';
    } catch (error) {
      return untold(error, cluster, alwaysTold);
    }
  };

  it('are asked for their health, which is the reason of the skip', async () => {
    answers = { '/config': springs, '/actuator/health': [200, { status: 'UP' }] };
    assert.match(await asked(), /^trade-service does not tell its settings at \/config, .* it is UP$/);
  });

  it('fail when they are not well', async () => {
    answers = { '/config': springs, '/actuator/health': [200, { status: 'DOWN' }] };
    await assert.rejects(asked(), /health of trade-service in prod/);
  });

  it('fail where services are known to tell', async () => {
    answers = { '/config': springs, '/actuator/health': [200, { status: 'UP' }] };
    await assert.rejects(asked(true), /trade-service in prod has nothing at \/config/);
  });

  it('are told from those that are not there', async () => {
    answers = { '/config': [404, { kind: 'Status', message: 'services "trade-service" not found' }] };
    await assert.rejects(asked(), /did not answer: 404 services "trade-service" not found/);
  });
});

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openCheckpoints } from './checkpoints';

describe('checkpoints of an environment', () => {
  const servers: Server[] = [];
  /** What the servers were asked for, in order. */
  let asked: string[];
  const serve = async (name: string, away: string[][] = []) => {
    const server = createServer((request, response) => {
      const { method, url = '' } = request;
      asked.push(`${name} ${method} ${url.replace('/emulator/checkpoints', '')}`.trim());
      if (url.endsWith('/away')) response.end(JSON.stringify({ workers: away.shift() ?? [] }));
      else response.end(JSON.stringify({ checkpoints: ['stage-3'] }));
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };

  beforeEach(() => {
    asked = [];
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('are taken back to when the workers of that time have connected again', async () => {
    const hub = await serve('hub', [['traderx', 'asia'], ['asia']]);
    const checkpoints = await openCheckpoints([hub, await serve('cluster')]);
    asked = [];
    await checkpoints.restore('stage-3');
    assert.deepEqual(asked, [
      'hub POST /stage-3/restore',
      'cluster POST /stage-3/restore',
      'hub GET /stage-3/away',
      'hub GET /stage-3/away',
      'hub GET /stage-3/away',
    ]);
  });

  it('say which workers do not answer in time', async () => {
    const hub = await serve('hub', Array(1_000).fill(['asia']));
    const checkpoints = await openCheckpoints([hub, await serve('cluster')], 50);
    await assert.rejects(checkpoints.restore('stage-3'), {
      name: 'EnvironmentError',
      workers: ['asia'],
      message: /as it was at "stage-3", but asia, connected then, did not answer within 0.05 s/,
    });
  });

  it('of a hub alone wait for nobody: nothing starts its workers anew', async () => {
    const checkpoints = await openCheckpoints([await serve('hub', [['traderx']])]);
    asked = [];
    await checkpoints.restore('stage-3');
    assert.deepEqual(asked, ['hub POST /stage-3/restore']);
  });
});

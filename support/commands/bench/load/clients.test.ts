import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubUnderTest } from '../../../emulators/hub/testing/hub-under-test';
import { percentile, underLoad } from './clients';

describe('many clients at once', () => {
  let hub: HubUnderTest;
  beforeEach(async () => {
    hub = await new HubUnderTest().start();
  });
  afterEach(() => hub.stop());

  it('lose no update and meet no error at the hub', async () => {
    const load = await underLoad(hub, 12, 2, 2);
    assert.deepEqual(load.errors, []);
    assert.equal(load.lost, 0);
    assert.ok(load.conflicts > 0, 'they got into each other’s way');
    assert.ok(percentile(load, 0.99) >= percentile(load, 0.5));
  });

  it('notice a hub that takes an older version over a newer one', async () => {
    const careless = await inFront(hub.url, (body) => body.replace(/"Version":\d+,?/, ''));
    try {
      const load = await underLoad({ url: careless.url, token: hub.token }, 12, 2, 2);
      assert.ok(load.lost > 0);
    } finally {
      careless.close();
    }
  });

  it('notice a hub that refuses', async () => {
    const refusing = await inFront(hub.url, (body, method) => (method === 'PUT' ? '{' : body));
    try {
      const load = await underLoad({ url: refusing.url, token: hub.token }, 2, 1, 2);
      assert.match(load.errors.join(), /PUT .*: 400/);
    } finally {
      refusing.close();
    }
  });
});

/** A server that hands requests on with their bodies altered. */
async function inFront(
  url: string,
  alter: (body: string, method: string) => string,
): Promise<{ url: string; close(): void }> {
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => {
      const body = alter(Buffer.concat(chunks).toString('utf8'), asked.method ?? '');
      const headers = { ...asked.headers, 'content-length': String(Buffer.byteLength(body)) };
      request(`${url}${asked.url}`, { method: asked.method, headers }, (found) => {
        answer.writeHead(found.statusCode ?? 500, found.headers);
        found.pipe(answer);
      })
        .on('error', () => answer.destroy())
        .end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close().closeAllConnections() };
}

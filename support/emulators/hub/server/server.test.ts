import assert from 'node:assert/strict';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { HubUnderTest } from '../testing/hub-under-test';

describe('server', () => {
  const hub = new HubUnderTest();
  before(() => hub.start());
  after(() => hub.stop());

  /** Sends bytes as they are, in the given pieces, and answers all that comes back. */
  function exchange(...pieces: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(hub.url).port), '127.0.0.1', async () => {
        socket.setNoDelay(true);
        for (const piece of pieces) {
          await new Promise((sent) => socket.write(piece, sent));
          await new Promise((turn) => setImmediate(turn));
        }
      });
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
  }

  it('answers HTTP/1.1 and HTTP/2 with prior knowledge on one port', async () => {
    assert.equal((await hub.ask('/api/info')).status, 200);
    const session = connectHttp2(hub.url);
    const stream = session.request({ ':path': '/api/info' });
    let body = '';
    for await (const chunk of stream) body += chunk;
    assert.equal(JSON.parse(body).WorkerPort, new URL(hub.url).port);
    session.close();
  });

  it('waits for enough of a request to tell which it is', async () => {
    const text = await exchange('P', 'R', 'OPFIND / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    assert.match(text, /^HTTP\/1.1 404/);
  });

  it('tells what is not well-formed HTTP, and lives on', async () => {
    assert.match(await exchange('NONSENSE\r\n\r\n'), /^HTTP\/1.1 400[\s\S]*"Code":"400"/);
    assert.equal((await hub.ask('/api/info')).status, 200);
  });

  it('gives every answer an X-Request-Id of its own, good or bad', async () => {
    const ids = await Promise.all(['/api/info', '/api/nowhere', '/api/space'].map((path) => hub.ask(path)));
    assert.equal(new Set(ids.map((reply) => reply.headers['x-request-id'])).size, 3);
  });

  it('asks for a credential, and knows Bearer and Basic', async () => {
    const status = async (authorization: string) =>
      (await hub.ask('/api/me', { headers: { authorization } })).status;
    const { user, password } = hub.hub.hub.credentials[0] ?? assert.fail('no credential');
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    assert.equal(await status(`Bearer ${hub.token}`), 200);
    assert.equal(await status(basic(`${user}:${password}`)), 200);
    for (const bad of ['', 'Bearer', 'Bearer nope', basic(`${user}:nope`), basic('nobody'), 'Digest x'])
      assert.equal(await status(bad), 401, bad);
  });

  it('signs in by password and as a worker', async () => {
    const { user, password } = hub.hub.hub.credentials[0] ?? assert.fail('no credential');
    const sign = (path: string, body: object) => hub.ask(path, { method: 'POST', body });
    const session = (await sign('/auth/password', { username: user, password })).json as {
      access_token: string;
    };
    assert.equal(session.access_token, hub.token);
    assert.equal((await sign('/auth/password', { username: user, password: 'x' })).status, 401);
    const [{ Space }] = (await hub.do('GET', '/space')) as [{ Space: { SpaceID: string } }];
    const worker = await hub.do<{ BridgeWorkerID: string; Secret: string }>(
      'POST',
      `/space/${Space.SpaceID}/bridge_worker`,
      { Slug: 'w' },
    );
    const login = { worker_id: worker.BridgeWorkerID, worker_secret: worker.Secret };
    const { access_token } = (await sign('/auth/worker', login)).json as { access_token: string };
    assert.equal(
      (await hub.ask('/api/me', { headers: { authorization: `Bearer ${access_token}` } })).status,
      200,
    );
    assert.equal((await sign('/auth/worker', { ...login, worker_secret: 'wrong' })).status, 401);
  });
});

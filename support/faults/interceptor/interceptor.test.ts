import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Listener } from '../../emulators/hub/server/on-loopback';
import { alterJson, alterQuery, type Interception, path } from './exchange';
import { type Interceptor, startInterceptor } from './interceptor';
import { servePlain } from './serve';

describe('interceptor', () => {
  let server: Server;
  let interceptor: Interceptor | undefined;

  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url?.includes('watch=true')) return void response.end('{"n":1}\n{"n":2}\n');
      response.setHeader('X-Request-Id', 'r1');
      response.end(JSON.stringify({ asked: `${request.method} ${request.url}` }));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(async () => {
    await interceptor?.stop();
    server.close();
  });

  async function through(interception: Interception): Promise<string> {
    interceptor = await startInterceptor(
      { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      interception,
    );
    return interceptor.url;
  }

  it('passes what no fault touches', async () => {
    const answer = await fetch(`${await through({})}/api/space?where=Slug+%3D+%27a%27`, {
      method: 'POST',
      body: '{}',
    });
    assert.equal(answer.headers.get('x-request-id'), 'r1');
    assert.deepEqual(await answer.json(), { asked: 'POST /api/space?where=Slug+%3D+%27a%27' });
  });

  it('lets a fault alter a request', async () => {
    const url = await through({
      request: (exchange) => alterQuery(exchange, (query) => query.delete('where')) as undefined,
    });
    assert.deepEqual(await (await fetch(`${url}/a?where=x&b=1`)).json(), { asked: 'GET /a?b=1' });
  });

  it('lets a fault answer in the place of the server', async () => {
    const url = await through({ request: () => ({ status: 429, headers: {}, body: 'slow down' }) });
    const answer = await fetch(url);
    assert.deepEqual([answer.status, await answer.text()], [429, 'slow down']);
  });

  it('lets a fault alter an answer', async () => {
    const url = await through({
      reply: (exchange, reply) => {
        reply.body = alterJson(reply.body, () => ({ path: path(exchange) }));
      },
    });
    assert.deepEqual(await (await fetch(`${url}/x?y=1`)).json(), { path: '/x' });
  });

  it('lets a fault drop and double lines of a watch', async () => {
    const url = await through({ line: (_exchange, line) => (line.includes('1') ? [] : [line, line]) });
    assert.equal(await (await fetch(`${url}/pods?watch=true`)).text(), '{"n":2}\n{"n":2}\n');
  });
});

describe('interceptor before a worker stream', () => {
  let hub: Listener;
  let interceptor: Interceptor;

  afterEach(async () => {
    await interceptor.stop();
    await hub.close();
  });

  it('passes a question without a body over HTTP/2', async () => {
    hub = await servePlain((request, response) => void response.end(`${request.method} ${request.url}`));
    interceptor = await startInterceptor({ url: `http://127.0.0.1:${hub.port}` }, {});
    const session = connect(interceptor.url);
    let answer = '';
    for await (const part of session.request({ ':path': '/api/bridge_worker/w/me' })) answer += part;
    session.destroy();
    assert.equal(answer, 'GET /api/bridge_worker/w/me');
  });

  it('passes the lines of a stream over HTTP/2 with prior knowledge as they come', async () => {
    hub = await servePlain((_request, response) => {
      (response.write as (text: string) => boolean).call(response, 'data: one\n');
    });
    interceptor = await startInterceptor(
      { url: `http://127.0.0.1:${hub.port}` },
      { line: (_exchange, line) => [line.toUpperCase()] },
    );
    const session = connect(interceptor.url);
    const stream = session.request({ ':method': 'POST', ':path': '/api/bridge_worker/w/stream' });
    stream.end('{}');
    for await (const line of createInterface({ input: stream })) {
      assert.equal(line, 'DATA: ONE');
      break;
    }
    session.destroy();
  });
});

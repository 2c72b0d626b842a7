import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';

/** The hub cannot be reached, or refuses this worker. The message never holds the worker's secret. */
export class HubError extends Error {
  override name = 'HubError';
}

/** One HTTP/2 connection to the hub's worker port: TLS for https, prior knowledge for http. */
export interface HubConnection {
  getJson(path: string): Promise<unknown>;
  /** Posts JSON and waits for a 200. */
  postJson(path: string, body: unknown): Promise<void>;
  /** Posts JSON and returns the answer's body as lines, for as long as it lasts. */
  openStream(path: string, body: unknown): Promise<AsyncIterable<Buffer>>;
  close(): void;
}

/**
 * Opens a connection; `secret` goes with every request as a bearer token.
 *
 * @throws HubError when the hub does not answer as an HTTP/2 server
 */
export async function connectToHub(baseUrl: string, secret: string): Promise<HubConnection> {
  const session = await openSession(baseUrl);
  const send = (method: string, path: string, body: unknown, accept: string): Promise<ClientHttp2Stream> => {
    const stream = session.request({
      ':method': method,
      ':path': path,
      authorization: `Bearer ${secret}`,
      accept,
      'user-agent': 'confighub-worker',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    });
    stream.end(body === undefined ? undefined : JSON.stringify(body));
    return answered(stream, `${method} ${path}`);
  };
  return {
    getJson: async (path) => JSON.parse(await textOf(await send('GET', path, undefined, 'application/json'))),
    postJson: async (path, body) => {
      await textOf(await send('POST', path, body, 'application/json'));
    },
    openStream: (path, body) => send('POST', path, body, 'text/event-stream'),
    close: () => session.destroy(),
  };
}

function openSession(baseUrl: string): Promise<ClientHttp2Session> {
  return new Promise((opened, fail) => {
    const session = connect(baseUrl);
    const refuse = (error: NodeJS.ErrnoException) =>
      fail(
        new HubError(
          `the hub at ${baseUrl} cannot be reached: ${error.code ?? error.message}; ` +
            'is it running, and do CONFIGHUB_URL and CONFIGHUB_WORKER_PORT name it?',
        ),
      );
    session.on('error', refuse);
    session.once('remoteSettings', () => {
      session.off('error', refuse);
      // From here on each request reports its own failure.
      session.on('error', () => undefined);
      opened(session);
    });
  });
}

function answered(stream: ClientHttp2Stream, what: string): Promise<ClientHttp2Stream> {
  return new Promise((answer, fail) => {
    stream.on('error', (error) => fail(new HubError(`${what} failed: ${error.message}`)));
    stream.on('close', () => fail(new HubError(`${what} failed: the hub closed the connection`)));
    stream.on('response', (headers) => {
      const status = Number(headers[constants.HTTP2_HEADER_STATUS]);
      if (status === 200) return answer(stream);
      textOf(stream).then((body) => fail(refusal(what, status, body)), fail);
    });
  });
}

function refusal(what: string, status: number, body: string): HubError {
  if (status === 401 || status === 403)
    return new HubError(`missing or invalid worker secret: the hub answered ${status} to ${what}`);
  return new HubError(`the hub answered ${status} to ${what}: ${body.trim().slice(0, 300)}`);
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

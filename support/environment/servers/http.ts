import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { EnvironmentError } from '../failure';

/** A server to be asked, and what to show it. */
export interface Endpoint {
  url: string;
  token?: string;
  ca?: string;
}

const answerWithin = 10_000;

/**
 * Asks a server and returns its JSON answer.
 *
 * @throws EnvironmentError when it cannot be reached or refuses, in its own words
 */
export function askJson(
  { url, token, ca }: Endpoint,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const send = url.startsWith('https:') ? request : plainRequest;
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers: Record<string, string | number> = {
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  if (token) headers.authorization = `Bearer ${token}`;
  return new Promise((answer, fail) => {
    const call = send(
      new URL(path, url),
      { method, headers, ca, timeout: answerWithin, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          const received = Buffer.concat(chunks).toString('utf8');
          const code = response.statusCode ?? 0;
          if (code < 300) answer(received ? JSON.parse(received) : {});
          else
            fail(
              new EnvironmentError(
                `${method} ${path} at ${url} was answered with ${code}: ${received.slice(0, 300)}`,
              ),
            );
        });
      },
    );
    call.on('timeout', () => call.destroy(new Error(`no answer within ${answerWithin / 1000} s`)));
    call.on('error', (error: NodeJS.ErrnoException) =>
      fail(
        new EnvironmentError(`${url} cannot be reached: ${error.code ?? error.message}`, { cause: error }),
      ),
    );
    call.end(text);
  });
}

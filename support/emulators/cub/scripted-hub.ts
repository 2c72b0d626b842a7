import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCub } from './cub';
import type { Host } from './host';

/** What a scripted hub answers to a request line as `GET /api/space?where=…`. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Ran {
  exit: number;
  stdout: string;
  stderr: string;
  /** Request lines with bodies, as `PATCH /api/unit {"Labels":…}`. */
  requests: string[];
}

/** For tests: a refusal with this status and message. */
export function refusal(status: number, message: string): { status: number; body: unknown } {
  return { status, body: { Code: String(status), Message: message } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

/** Method, path and query, without what only narrows the answer. */
function requestLine({ method, url = '' }: IncomingMessage): string {
  const { pathname, searchParams } = new URL(url, 'http://hub');
  for (const narrowing of ['include', 'select', 'summary']) searchParams.delete(narrowing);
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  return `${method} ${pathname}${query === '' ? '' : `?${query}`}`;
}

/** For tests: runs one command line in this process against a hub that answers by the book, its answers in turn where it has several. */
export async function runAgainst(
  answers: Answers,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  input = '',
): Promise<Ran> {
  const requests: string[] = [];
  const times = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const line = requestLine(request);
    const body = await bodyOf(request);
    requests.push(body === '' ? line : `${line} ${body}`);
    const known = Object.hasOwn(answers, line) ? answers[line] : refusal(404, `there is no ${line}`);
    const turn = times.get(line) ?? 0;
    times.set(line, turn + 1);
    const list = known as { turns?: unknown[] };
    const answer = (list.turns === undefined ? known : list.turns[Math.min(turn, list.turns.length - 1)]) as {
      status?: number;
      body?: unknown;
    };
    const special = typeof answer === 'object' && answer !== null && 'status' in answer && 'body' in answer;
    response.writeHead(special ? (answer.status as number) : 200, {
      'content-type': 'application/json',
      'x-request-id': 'req-1',
    });
    response.end(JSON.stringify(special ? answer.body : answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = mkdtempSync(join(tmpdir(), 'cub-'));
  try {
    mkdirSync(join(home, '.confighub'));
    const session = { user: { email: 'a@b' }, access_token: 'token', auth_type: 'Bearer' };
    writeFileSync(join(home, '.confighub', 'session.json'), JSON.stringify(session));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { ...(await run({ HOME: home, CONFIGHUB_URL: url, ...env }, args, input)), requests };
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function run(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  input: string,
): Promise<Omit<Ran, 'requests'>> {
  let [stdout, stderr, now] = ['', '', 0];
  const host: Host = {
    env,
    arguments: args,
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    colour: false,
    stdin: () => Buffer.from(input),
    now: () => now,
    pause: async (milliseconds) => {
      now += milliseconds;
    },
    random: () => 0,
  };
  const exit = await runCub(host);
  return { exit, stdout, stderr };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { buildSync } from 'esbuild';

const TOKEN = 'crash-test-token';

/** A credentials file's content for the hub under test. */
export const CREDENTIALS = JSON.stringify([
  { organization: 'crash', user: 'crash@example.com', password: 'crash', token: TOKEN },
]);

/** Bundles the hub, as it is run by users. */
export function bundleHub(outfile: string): void {
  buildSync({
    entryPoints: [require.resolve('../main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    outfile,
  });
}

/** A hub in a process of its own, which can be killed at any moment. */
export class HubProcess {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly child: ChildProcess,
    private readonly url: URL,
  ) {}

  /** Starts a bundle on a state folder, with further options; resolves when it answers. */
  static async start(
    bundle: string,
    state: string,
    credentials: string,
    options: readonly string[] = [],
  ): Promise<HubProcess> {
    const child = spawn(
      process.execPath,
      [bundle, '--state', state, '--credentials', credentials, '--exit-with-stdin', ...options],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return new HubProcess(child, new URL((JSON.parse(line.toString()) as { url: string }).url));
  }

  /** Kills it without warning; resolves when it is gone. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
    this.agent.destroy();
  }

  /** Sends a request; resolves with the JSON of a 200, rejects when it is refused or the hub is gone. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const { hostname, port } = this.url;
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent: this.agent, hostname, port, path: `/api${path}`, method, headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            if (response.complete && response.statusCode === 200) resolve(JSON.parse(text) as T);
            else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

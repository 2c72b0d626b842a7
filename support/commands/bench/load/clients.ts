import { Agent, request } from 'node:http';

/** A hub that runs, and a login there. */
export interface LoadedHub {
  url: string;
  token: string;
}

/** What many clients at once have seen. */
export interface Load {
  requests: number;
  /** answers that are neither what was asked for nor a conflict, in the hub's words */
  errors: string[];
  /** how often a client had to read again since another one was first */
  conflicts: number;
  /** updates that were acknowledged and are not there */
  lost: number;
  /** milliseconds from request to answer, sorted */
  latencies: number[];
}

const READS = 3;

/**
 * Lets clients, each with one connection, read and count up shared units at the same time. A write carries the version
 * that was read; a conflict is read and tried again. In the end each unit must have counted every acknowledged update.
 *
 * @param rounds updates by each client
 * @param units how many they share
 */
export async function underLoad(hub: LoadedHub, clients: number, rounds: number, units = 20): Promise<Load> {
  const load: Load = { requests: 0, errors: [], conflicts: 0, lost: 0, latencies: [] };
  const setter = new Client(hub, load);
  const space = (await setter.ask('POST', '/space', { Slug: 'load' })).json as { SpaceID: string };
  const path = `/space/${space.SpaceID}/unit`;
  const paths: string[] = [];
  for (let index = 0; index < units; index += 1) {
    const body = { Slug: `counter-${index}`, ToolchainType: 'Kubernetes/YAML', Data: dataOf(0) };
    paths.push(`${path}/${((await setter.ask('POST', path, body)).json as Unit).UnitID}`);
  }
  const counted = new Map<string, number>();
  await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      const client = new Client(hub, load);
      for (let round = 0; round < rounds; round += 1) {
        const unit = paths[(index + round) % paths.length] ?? '';
        for (let read = 0; read < READS; read += 1) await client.ask('GET', read % 2 ? path : unit);
        if (await client.countUp(unit)) counted.set(unit, (counted.get(unit) ?? 0) + 1);
      }
      client.end();
    }),
  );
  for (const unit of paths) {
    const { Data } = ((await setter.ask('GET', unit)).json as UnitAnswer).Unit;
    load.lost += Math.abs((counted.get(unit) ?? 0) - countIn(Data));
  }
  setter.end();
  load.latencies.sort((a, b) => a - b);
  return load;
}

/** The latency that all but a share of the requests keep below; milliseconds. */
export function percentile({ latencies }: Load, share: number): number {
  return latencies[Math.min(Math.ceil(latencies.length * share), latencies.length) - 1] ?? 0;
}

interface Unit {
  UnitID: string;
  Version: number;
  Data: string;
}

interface UnitAnswer {
  Unit: Unit;
}

class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly hub: LoadedHub,
    private readonly load: Load,
  ) {}

  /** Adds one to a unit's count; false when the hub refused in a way that it should not. */
  async countUp(path: string): Promise<boolean> {
    for (;;) {
      const read = await this.ask('GET', path);
      if (read.status !== 200) return false;
      const unit = (read.json as UnitAnswer).Unit;
      const written = await this.ask('PUT', path, { ...unit, Data: dataOf(countIn(unit.Data) + 1) });
      if (written.status !== 409) return written.status === 200;
      this.load.conflicts += 1;
    }
  }

  async ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> {
    const began = performance.now();
    this.load.requests += 1;
    try {
      const answer = await this.#send(method, path, body === undefined ? '' : JSON.stringify(body));
      this.load.latencies.push(performance.now() - began);
      if (answer.status >= 300 && answer.status !== 409)
        this.load.errors.push(`${method} ${path}: ${answer.status} ${answer.text}`);
      return { status: answer.status, json: JSON.parse(answer.text) };
    } catch (error) {
      this.load.errors.push(`${method} ${path}: ${error instanceof Error ? error.message : error}`);
      return { status: 0, json: undefined };
    }
  }

  end(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body: string): Promise<{ status: number; text: string }> {
    const headers = {
      authorization: `Bearer ${this.hub.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      request(`${this.hub.url}/api${path}`, { method, headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      })
        .on('error', reject)
        .end(body);
    });
  }
}

function dataOf(count: number): string {
  const manifest = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: counter\ndata:\n  count: "${count}"\n`;
  return Buffer.from(manifest).toString('base64');
}

function countIn(data: string): number {
  return Number(/count: "(\d+)"/.exec(Buffer.from(data, 'base64').toString('utf8'))?.[1]);
}

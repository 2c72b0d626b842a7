import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from '../../environment/build';
import { logIn } from '../../environment/hubs/session';
import { scratchFolder } from '../../environment/scratch/scratch';
import { startChild } from '../../environment/servers/child';
import type { Part } from './figure';
import { percentile, underLoad } from './load/clients';

const CLIENTS = 200;
const ROUNDS = 5;

/** What 200 clients at once, with one connection each, meet at a hub that waits for the disk. */
export async function load(): Promise<Part> {
  const bundles = await buildBundles();
  const folder = scratchFolder();
  const state = join(folder, 'hub');
  const server = await startChild('hub', bundles.hub, ['--state', state], () => undefined);
  try {
    const { url } = server.ready;
    const { access_token: token } = await logIn(url, state);
    const seen = await underLoad({ url, token }, CLIENTS, ROUNDS);
    const count = (name: string, value: number, atMost?: number) => ({
      name,
      value,
      unit: '' as const,
      atMost,
    });
    return {
      title: `Load: ${CLIENTS} clients at once, each counting up ${ROUNDS} times and reading between`,
      figures: [
        count('requests', seen.requests),
        count('errors', seen.errors.length, 0),
        count('lost updates', seen.lost, 0),
        count('conflicts, read and tried again', seen.conflicts),
        { name: 'latency, half of them within', value: percentile(seen, 0.5), unit: 'ms' },
        { name: 'latency, 99 of 100 within (p99)', value: percentile(seen, 0.99), unit: 'ms' },
      ],
      ...(seen.errors.length > 0 && { notRun: seen.errors.slice(0, 5) }),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

import { startPuller } from '../puller/index';
import { messageOf } from './cluster/errors';
import { startWorker } from './index';
import { workerOptions } from './settings';

const usage = 'Usage: cub-worker-run kubernetes|puller [--enable-multiplexer]';

/** What a worker type starts. A puller is no worker of ConfigHub's: it brings released bundles to a cluster. */
const types = new Map([
  ['kubernetes', startWorker],
  ['puller', startPuller],
]);

async function main(): Promise<void> {
  const [type, ...flags] = process.argv.slice(2);
  const unknown = flags.find((flag) => flag !== '--enable-multiplexer');
  if (type === undefined || unknown)
    throw new Error(`${unknown ? `unknown flag: ${unknown}` : 'no worker type'}\n${usage}`);
  const start = types.get(type);
  if (!start)
    throw new Error(
      `unknown bridge worker ${type}; this worker knows only ${[...types.keys()].join(' and ')}`,
    );
  const env = flags.length ? { ...process.env, ENABLE_MULTIPLEXER: 'true' } : process.env;
  const worker = await start({
    ...workerOptions(env),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void worker.stop());
  await worker.ended;
}

main().catch((error) => {
  process.stderr.write(`[ERROR] ${messageOf(error)}\n`);
  process.exitCode = 1;
});

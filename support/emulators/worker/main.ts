import { messageOf } from './cluster/errors';
import { startWorker } from './index';
import { workerOptions } from './settings';

const usage = 'Usage: cub-worker-run kubernetes [--enable-multiplexer]';

async function main(): Promise<void> {
  const [type, ...flags] = process.argv.slice(2);
  const unknown = flags.find((flag) => flag !== '--enable-multiplexer');
  if (type === undefined || unknown)
    throw new Error(`${unknown ? `unknown flag: ${unknown}` : 'no worker type'}\n${usage}`);
  if (type !== 'kubernetes')
    throw new Error(`unknown bridge worker ${type}; this worker knows only kubernetes`);
  const env = flags.length ? { ...process.env, ENABLE_MULTIPLEXER: 'true' } : process.env;
  const worker = await startWorker({
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

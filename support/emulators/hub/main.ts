import { randomBytes, randomUUID } from 'node:crypto';
import { readOptions } from './options';
import { startHub } from './start';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const running = await startHub(options, {
    now: () => new Date().toISOString(),
    ids: () => randomUUID(),
    secrets: () => randomBytes(24).toString('base64url'),
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  const stop = () => void running.stop().then(() => process.exit(0), fail);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (options.exitWithStdin) process.stdin.resume().once('close', stop);
  process.stdout.write(`${JSON.stringify({ ready: true, url: running.url })}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);

import { readOptions } from './options';
import { startCluster } from './start';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const cluster = await startCluster(options, (line) => void process.stderr.write(`${line}\n`));
  const stop = (): void => void cluster.stop().then(() => process.exit(0), fail);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (options.exitWithStdin) process.stdin.resume().once('close', stop);
  const { url, kubeconfig } = cluster;
  process.stdout.write(`${JSON.stringify({ ready: true, url, kubeconfig })}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);

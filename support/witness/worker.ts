import { resolve } from 'node:path';
import { witnessWorker } from './worker/witness';

const [path] = process.argv.slice(2);

if (!path) {
  process.stderr.write('Usage: npm run witness:worker -- PATH of a real cub-worker-run\n');
  process.exitCode = 2;
} else {
  witnessWorker(resolve(path), (text) => process.stdout.write(text)).then(
    (agreed) => {
      process.exitCode = agreed ? 0 : 1;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

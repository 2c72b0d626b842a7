import { resolve } from 'node:path';
import { document } from './cub/document';
import { witnessCub } from './cub/witness';

const [path] = process.argv.slice(2);

if (path === '--document') document();
else if (path === undefined) {
  process.stderr.write(
    'Usage: npm run witness:cub -- PATH of a real cub (or --document to write docs/differences.md)\n',
  );
  process.exitCode = 2;
} else {
  witnessCub(resolve(path), (text) => process.stdout.write(text)).then(
    (agreed) => {
      process.exitCode = agreed ? 0 : 1;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

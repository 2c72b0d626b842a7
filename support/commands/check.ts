import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allChecks } from './check/checks';
import { runChecks } from './check/run-checks';

const root = join(__dirname, '..', '..');
const { stdout, stderr } = process;

/**
 * `npm run check [-- --twice] [NAME…]`: runs all checks or the named ones, prints a table, exits 1 when one failed. With
 * `--twice` one that failed is tried once more, and is told as flaky when it passes then.
 */
async function main(args: readonly string[]): Promise<void> {
  const names = args.filter((arg) => arg !== '--twice');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const checks = allChecks(scripts);
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = checks.map((check) => check.name).join(', ');
    stderr.write(`There is no check named ${unknown.join(', ')}. Choose of: ${known}.\n`);
    process.exitCode = 2;
    return;
  }
  const passed = await runChecks(
    checks.filter(({ name }) => names.length === 0 || names.includes(name)),
    { root, twice: args.includes('--twice'), out: (text) => stdout.write(text) },
  );
  process.exitCode = passed ? 0 : 1;
}

interface Manifest {
  scripts: Record<string, string>;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inParallel } from '../cub/in-parallel';
import { allChecks, type Check } from './check/checks';
import { type CheckResult, resultLine, runCheck } from './check/run-check';

const root = join(__dirname, '..', '..');
const { stdout, stderr } = process;

/**
 * `npm run check [-- NAME…]`: runs all checks or the named ones, two of them beside each other where they leave a
 * processor free, prints a table, exits 1 when one failed.
 */
async function main(names: readonly string[]): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const checks = allChecks(scripts);
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = checks.map((check) => check.name).join(', ');
    stderr.write(`There is no check named ${unknown.join(', ')}. Choose of: ${known}.\n`);
    process.exitCode = 2;
    return;
  }
  const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const run = (check: Check) => async (): Promise<CheckResult> => {
    const result = await runCheck(check, root);
    stdout.write(`${resultLine(result)}\n`);
    return result;
  };
  const beside = chosen.filter(({ alone }) => !alone).map(run);
  const alone = chosen.filter((check) => check.alone).map(run);
  const results = [
    ...(await inParallel(beside, Math.min(2, availableParallelism()))),
    ...(await inParallel(alone, 1)),
  ];
  const failed = results.filter((result) => !result.ok);
  for (const { check, output } of failed) stdout.write(`\n── ${check.name} ──\n${output.trimEnd()}\n`);
  const sentence =
    failed.length === 0 ? 'All checks passed.' : `${failed.length} of ${results.length} checks failed.`;
  stdout.write(`\n${sentence}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

interface Manifest {
  scripts: Record<string, string>;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allChecks } from './check/checks';
import { type CheckResult, resultLine, runCheck } from './check/run-check';

const root = join(__dirname, '..', '..');
const { stdout, stderr } = process;

/** `npm run check [-- NAME…]`: runs all checks or the named ones, prints a table, exits 1 when one failed. */
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
  const results: CheckResult[] = [];
  for (const check of checks.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const result = await runCheck(check, root);
    stdout.write(`${resultLine(result)}\n`);
    results.push(result);
  }
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

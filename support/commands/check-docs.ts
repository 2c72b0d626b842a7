import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorOf, findingsIn, type Project } from './check-docs/links';

const root = join(__dirname, '..', '..');

/** `npm run check:docs`: each link and each npm script named in a document must exist. */
function main(): void {
  const paths = ['.', 'docs'].flatMap(markdownIn);
  const manifest = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
  const project: Project = {
    exists: (path) => existsSync(join(root, path)),
    anchors: (path) => [...text(path).matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? '')),
    scripts: Object.keys(manifest.scripts),
  };
  const findings = paths.flatMap((path) => findingsIn({ path, text: text(path) }, project));
  for (const { path, line, what } of findings) process.stdout.write(`${path}:${line}: ${what}\n`);
  process.stdout.write(`${paths.length} documents, ${findings.length} findings\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function markdownIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.md'));
  return files.map((file) => (folder === '.' ? file : `${folder}/${file}`));
}

function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

main();

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder, sweepScratch } from '../../environment/scratch/scratch';
import { allChecks } from '../check/checks';
import { type Block, blocksOf, SHELLS } from './blocks';
import { ciFindings } from './by-ci';
import { commandsOf } from './commands';
import type { Document, Finding } from './finding';
import { anchorOf, findingsIn, type Project } from './links';
import { copyProject, filesOf } from './project-copy';
import { type Outcome, runDocument } from './run-document';
import { inlineFindings } from './shown-inline';
import { treeFindings } from './tree';

export interface CheckOptions {
  env: NodeJS.ProcessEnv;
  out(text: string): void;
  signal?: AbortSignal;
}

/**
 * Checks the documents of a project: links, npm scripts, blocks, the tree; then runs the commands that they show.
 *
 * @param only paths of the documents whose commands are run; all when empty
 * @returns whether nothing is wrong
 */
export async function checkDocuments(
  root: string,
  only: readonly string[],
  options: CheckOptions,
): Promise<boolean> {
  const { out } = options;
  const files = await filesOf(root);
  const documents = ['.', 'docs'].flatMap((folder) => documentsIn(root, folder));
  const unknown = only.filter((path) => !documents.some((document) => document.path === path));
  if (unknown.length > 0)
    throw new RangeError(
      `no document ${unknown.join(', ')}; there are ${documents.map(({ path }) => path).join(', ')}`,
    );
  const read = documents.map((document) => ({ document, ...blocksOf(document) }));
  const blocks = read.flatMap((one) => one.blocks);
  const findings = [...read.flatMap((one) => one.findings), ...wordFindings(root, files, documents, blocks)];
  for (const finding of findings) out(line(finding));
  const wanted = read.filter(({ document: { path } }) => only.length === 0 || only.includes(path));
  const outcomes = await runAll(
    root,
    files,
    wanted.map((one) => one.blocks),
    options,
  );
  const wrong = [...findings, ...outcomes.flatMap((one) => one.findings)].length;
  out(`${documents.length} documents, ${sum(outcomes, (one) => one.ran)} commands run, ${wrong} findings\n`);
  return wrong === 0;
}

/** A block may say that it is run by this command, which CI runs. */
const CHECK = 'npm run check';

function checked(scripts: Readonly<Record<string, string>>): string {
  return allChecks(scripts)
    .map(({ command }) => command.join(' '))
    .join('\n');
}

/** What reading alone tells. */
function wordFindings(
  root: string,
  files: readonly string[],
  documents: readonly Document[],
  blocks: readonly Block[],
): Finding[] {
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  const exists = (path: string) => existsSync(join(root, path));
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
  const anchors = (path: string) =>
    [...text(path).matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? ''));
  const project: Project = { exists, anchors, scripts: Object.keys(scripts) };
  const shown = blocks
    .filter(({ language }) => SHELLS.includes(language))
    .flatMap(commandsOf)
    .map((command) => command.text);
  const tops = new Set(files.map((file) => file.split('/')[0] ?? ''));
  const list = (folder: string) =>
    folder === '.' ? [...tops] : isFolder(join(root, folder)) ? readdirSync(join(root, folder)) : undefined;
  return [
    ...documents.flatMap((document) => [
      ...findingsIn(document, project),
      ...inlineFindings(document, shown),
    ]),
    ...blocks
      .filter(({ marks }) => marks.tree !== undefined)
      .flatMap((one) => treeFindings(one, { exists, list })),
    ...ciFindings(blocks, (by) => (by === CHECK ? checked(scripts) : exists(by) ? text(by) : undefined)),
  ];
}

async function runAll(
  root: string,
  files: readonly string[],
  documents: ReadonlyArray<readonly Block[]>,
  { env, out, signal }: CheckOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await sweepScratch();
  const folder = scratchFolder();
  try {
    const present = files.filter((file) => existsSync(join(root, file)));
    const copy = copyProject(root, present, join(folder, 'project'));
    for (const blocks of documents) {
      const shell = blocks.filter(({ language }) => SHELLS.includes(language));
      if (shell.length === 0 || signal?.aborted) continue;
      const outcome = await runDocument(shell, {
        env,
        copy,
        scratch: join(folder, 'document'),
        ...(signal && { signal }),
      });
      outcomes.push(outcome);
      out(summary(shell[0]?.path ?? '', outcome));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomes;
}

function summary(path: string, { ran, seconds, left, findings }: Outcome): string {
  const head = `${path}: ${ran} commands run in ${seconds.toFixed(1)} s\n`;
  const reasons = [...new Set(left.map(({ because }) => because))];
  const notHere = reasons.map((because) => {
    const commands = sum(
      left.filter((one) => one.because === because),
      (one) => one.commands,
    );
    return `  not run here: ${commands}, ${because}\n`;
  });
  return [head, ...notHere, ...findings.map(line)].join('');
}

function line({ path, line, what }: Finding): string {
  return `${path}:${line}: ${what}\n`;
}

function sum<T>(all: readonly T[], figure: (one: T) => number): number {
  return all.reduce((total, one) => total + figure(one), 0);
}

function documentsIn(root: string, folder: string): Document[] {
  if (!isFolder(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => (folder === '.' ? file : `${folder}/${file}`))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

import type { Block } from './blocks';
import type { Finding } from './finding';

/** The folders of a project. */
export interface Disk {
  /** names in a folder that belong to the project, relative to its root; undefined when it is none */
  list(folder: string): readonly string[] | undefined;
  exists(path: string): boolean;
}

/**
 * Compares the tree that a document draws with the disk: each name must be there, and each folder of the root must be
 * drawn. A folder is written with `/`; names may be followed by what they hold.
 */
export function treeFindings(block: Block, disk: Disk): Finding[] {
  const drawn = drawnPaths(block.lines);
  const finding = (line: number, what: string): Finding => ({
    path: block.path,
    line: block.line + line,
    what,
  });
  const missing = drawn
    .filter(({ path }) => !disk.exists(path))
    .map(({ path, line }) => finding(line, `the tree shows ${path}, which does not exist`));
  const paths = new Set(drawn.map(({ path }) => path.split('/')[0]));
  const left = (disk.list('.') ?? [])
    .filter((name) => disk.list(name) && !name.startsWith('.') && !paths.has(name))
    .map((name) => finding(0, `the tree does not show ${name}/`));
  return [...missing, ...left];
}

function drawnPaths(lines: readonly string[]): Array<{ path: string; line: number }> {
  const open: Array<{ depth: number; name: string }> = [];
  return lines.flatMap((content, index) => {
    const [, indent = '', name = ''] = /^([\s│├└─]*)([\w.-]+\/?)/.exec(content) ?? [];
    if (!name) return [];
    while ((open.at(-1)?.depth ?? -1) >= indent.length) open.pop();
    open.push({ depth: indent.length, name: name.replace(/\/$/, '') });
    return [{ path: open.map((part) => part.name).join('/'), line: index + 1 }];
  });
}

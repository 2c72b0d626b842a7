import type { Document, Finding } from './finding';

/** A fenced block of a document. */
export interface Block {
  path: string;
  /** line of its fence */
  line: number;
  /** the word after the fence: `sh`, `console`, `text` and the like */
  language: string;
  marks: Marks;
  lines: readonly string[];
}

/** What stands behind the language of a block: how its commands are run, or where, when not here. */
export interface Marks {
  /** programs, parted by commas, without which the block is not run */
  needs?: string;
  /** exit code of the last command; 0 when not said */
  exits?: string;
  /** `npm test` is run with `--dry-run`: names and options are checked, the scenarios run elsewhere */
  'dry-run'?: string;
  /** file of CI in which the commands run */
  by?: string;
  /** what this machine cannot offer: `elsewhere="a real hub"` */
  elsewhere?: string;
  /** the block is the tree of the project */
  tree?: string;
}

/** Languages of blocks that hold commands: `sh` bare ones, `console` ones after `$ `, with what they print. */
export const SHELLS: readonly string[] = ['sh', 'console'];
const OTHERS = ['text', 'gherkin', 'ts', 'yaml', 'json'];
const MARKS: Record<keyof Marks, readonly string[]> = {
  needs: SHELLS,
  exits: SHELLS,
  'dry-run': SHELLS,
  by: SHELLS,
  elsewhere: SHELLS,
  tree: ['text'],
};

/** The blocks of a document, and those whose fence does not say what they are. */
export function blocksOf({ path, text }: Document): { blocks: Block[]; findings: Finding[] } {
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[at] ?? '');
    if (!fence) continue;
    const [, indent = '', ticks = '', info = ''] = fence;
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks);
    const [language = '', marks = {}] = readInfo(info);
    const block: Block = {
      path,
      line: at + 1,
      language,
      marks,
      lines: lines.slice(at + 1, end < 0 ? undefined : end).map((line) => line.replace(indent, '')),
    };
    const what = end < 0 ? 'a block that is never closed' : problemOf(block);
    if (what) findings.push({ path, line: block.line, what });
    else blocks.push(block);
    if (end < 0) break;
    at = end;
  }
  return { blocks, findings };
}

function readInfo(info: string): [language: string, marks: Marks] {
  const [language = '', ...words] = info.trim().match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  const marks = words.map((word) => {
    const [name = '', ...value] = word.split('=');
    return [name, value.join('=').replaceAll('"', '')];
  });
  return [language, Object.fromEntries(marks) as Marks];
}

function problemOf({ language, marks, lines }: Block): string | undefined {
  if (!language) return 'a block without a language; write sh, console or text after its ```';
  if (![...SHELLS, ...OTHERS].includes(language))
    return `a block of ${language}, which is not checked; write one of ${[...SHELLS, ...OTHERS].join(', ')}`;
  for (const name of Object.keys(marks)) {
    if (!Object.hasOwn(MARKS, name)) return `a block marked ${name}, which means nothing`;
    if (!MARKS[name as keyof Marks].includes(language))
      return `a block of ${language} cannot be marked ${name}`;
  }
  if (language === 'console' && !lines[0]?.startsWith('$ '))
    return 'a console block begins with a command: `$ npm test`';
  return undefined;
}

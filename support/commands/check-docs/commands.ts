import type { Block } from './blocks';

/** A command that a document shows. */
export interface Command {
  path: string;
  line: number;
  /** as it stands in the document */
  text: string;
  /** what the document says it prints; undefined when it says nothing of that */
  shown?: readonly string[];
  exits: number;
}

/** The commands of a block, in order. */
export function commandsOf(block: Block): Command[] {
  const commands = block.language === 'console' ? fromConsole(block) : fromScript(block);
  const last = commands.at(-1);
  if (last) last.exits = Number(block.marks.exits ?? 0);
  return commands;
}

/** What is typed for a command of a block that is marked. */
export function typed({ text }: Command, { marks }: Block): string {
  if (marks['dry-run'] === undefined) return text;
  return text
    .split(/(?<=&& )/)
    .map((part) => {
      const found = /^(.*?npm (?:test|run test:\w+))(.*?)(\s+#.*|\s*&&\s*)?$/.exec(part);
      if (!found) return part;
      const [, command, options = '', rest = ''] = found;
      return `${command}${options.includes(' -- ') ? '' : ' --'}${options} --dry-run${rest}`;
    })
    .join('');
}

function fromScript({ path, line, lines }: Block): Command[] {
  const commands: Command[] = [];
  let begun: Command | undefined;
  for (const [index, content] of lines.entries()) {
    if (!begun && /^\s*(#|$)/.test(content)) continue;
    if (begun) begun.text += `\n${content}`;
    else begun = { path, line: line + 1 + index, text: content, exits: 0 };
    if (content.endsWith('\\')) continue;
    commands.push(begun);
    begun = undefined;
  }
  return begun ? [...commands, begun] : commands;
}

function fromConsole({ path, line, lines }: Block): Command[] {
  const commands: Array<Command & { shown: string[] }> = [];
  for (const [index, content] of lines.entries()) {
    if (content.startsWith('$ '))
      commands.push({ path, line: line + 1 + index, text: content.slice(2), shown: [], exits: 0 });
    else commands.at(-1)?.shown.push(content);
  }
  return commands;
}

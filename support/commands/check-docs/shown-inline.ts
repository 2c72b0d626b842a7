import type { Document, Finding } from './finding';

const COMMAND = /`((?:[A-Z_]+=\S+ )*np[mx] [^`]+)`/g;

/**
 * Commands of npm that a document shows within its text. Each must be, word by word, the beginning of one that stands in
 * a block, which is run; else nothing would tell that it has become wrong.
 */
export function inlineFindings({ path, text }: Document, inBlocks: readonly string[]): Finding[] {
  return text.split('\n').flatMap((content, index) =>
    [...content.matchAll(COMMAND)]
      .map((match) => match[1] ?? '')
      .filter((command) => !inBlocks.some((shown) => begins(shown, command)))
      .map((command) => ({
        path,
        line: index + 1,
        what: `\`${command}\` stands in no block, so nothing has run it`,
      })),
  );
}

/** npm's own options say nothing of what runs. */
function wordsOf(command: string): string[] {
  return command.split(/[\s&]+/).filter((word) => word !== '--silent');
}

/** Words in capitals stand for something: `npm run lab -- restore NAME`. */
function begins(shown: string, command: string): boolean {
  const words = wordsOf(shown);
  const wanted = wordsOf(command);
  return words.some((_, from) =>
    wanted.every((word, index) => {
      const found = words[from + index];
      return found !== undefined && (word === found || /^(\[.*|.*\]|[A-Z…]+)$/.test(word));
    }),
  );
}

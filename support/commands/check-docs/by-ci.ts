import type { Block } from './blocks';
import { commandsOf } from './commands';
import type { Finding } from './finding';

/**
 * Blocks that say which file of CI runs them, where that file does not.
 *
 * @param text content of a file of the project, undefined when there is none
 */
export function ciFindings(blocks: readonly Block[], text: (path: string) => string | undefined): Finding[] {
  return blocks.flatMap((block) => {
    const { by } = block.marks;
    if (by === undefined) return [];
    const runs = text(by)?.replaceAll('--silent ', '') ?? '';
    return commandsOf(block)
      .map((command) => ({ ...command, bare: command.text.replace(/\s+#.*$/, '') }))
      .filter(({ bare }) => !runs.includes(bare))
      .map(({ path, line, bare }) => ({ path, line, what: `${by} does not run \`${bare}\`` }));
  });
}

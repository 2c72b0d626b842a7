import type { Compared } from './compare';
import { DIFFERENCES, type Difference } from './differences';

const SHOWN = 12;

/** One line a command, and both texts where they differ without being listed. */
export function renderRow({ row, verdict, aspects, ours, theirs }: Compared): string {
  const told =
    row.differs === undefined ? '' : ` (${row.differs}${aspects.length === 0 ? ', but the same' : ''})`;
  const head = `${verdict.padEnd(9)} exit ${ours.exit.padEnd(2)} cub ${row.command}${told}\n`;
  if (verdict !== 'unlisted') return head;
  return (
    head +
    aspects
      .map(
        (aspect) =>
          `  ${aspect} bundled:\n${indented(ours[aspect])}  ${aspect} real:\n${indented(theirs[aspect])}`,
      )
      .join('')
  );
}

function indented(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, SHOWN).map((line) => `    ${line}\n`);
  return shown.join('') + (lines.length > SHOWN ? `    … ${lines.length - SHOWN} more lines\n` : '');
}

/** The closing line. */
export function renderSummary(compared: readonly Compared[]): string {
  const count = (verdict: Compared['verdict']) => compared.filter((one) => one.verdict === verdict).length;
  return `${compared.length} compared, ${count('same')} same, ${count('listed')} listed differences, ${count('unlisted')} unlisted\n`;
}

/** The differences as a table for docs/differences.md. */
export function renderDifferences(): string {
  const rows = Object.entries<Difference>(DIFFERENCES).map(
    ([name, { what, why }]) => `| ${name} | ${what} | ${why} |\n`,
  );
  return `| Name | Difference | Reason |\n|---|---|---|\n${rows.join('')}`;
}

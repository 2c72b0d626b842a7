import type { Segment } from './lines';

const RESET = '\u001b[0m';
const RED = '\u001b[31m';
const GREEN = '\u001b[32m';
const BLUE = '\u001b[94m';

/** The diff with coloured line numbers: of the new text, or of the old one for lines that it alone has. */
export function numberedDiff(segments: readonly Segment[]): string {
  const total = segments.reduce((sum, { lines }) => sum + lines.length + 1, 0);
  const width = String(total).length;
  let [oldLine, newLine] = [1, 1];
  let text = '';
  for (const { type, lines } of segments) {
    for (const line of lines) {
      const shown = line.replace(/\n$/, '') || ' ';
      const number = `${BLUE}${String(type === 'delete' ? oldLine : newLine).padStart(width)}: ${RESET}`;
      if (type === 'equal') text += `${number}  ${shown}\n`;
      else
        text +=
          type === 'delete' ? `${number}${RED}-${shown}${RESET}\n` : `${number}${GREEN}+${shown}${RESET}\n`;
      if (type !== 'add') oldLine += 1;
      if (type !== 'delete') newLine += 1;
    }
  }
  return text;
}

import type { Segment } from './lines';

const CONTEXT = 3;
const RESET = '\u001b[0m';
const COLOURS = { delete: '\u001b[31m', add: '\u001b[32m', equal: '' };
const SIGNS = { delete: '-', add: '+', equal: ' ' };

interface Line {
  type: Segment['type'];
  oldLine: number;
  newLine: number;
  text: string;
}

/** Lines with their numbers in both texts. */
function numbered(segments: readonly Segment[]): Line[] {
  let [oldLine, newLine] = [1, 1];
  return segments.flatMap(({ type, lines }) =>
    lines.map((line) => {
      const text = line.replace(/\n$/, '');
      const place = {
        type,
        text,
        oldLine: type === 'add' ? 0 : oldLine,
        newLine: type === 'delete' ? 0 : newLine,
      };
      if (type !== 'add') oldLine += 1;
      if (type !== 'delete') newLine += 1;
      return place;
    }),
  );
}

/** Runs of lines that are changed or near a change. */
function hunks(lines: readonly Line[]): Line[][] {
  const near = (index: number) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ type }) => type !== 'equal');
  const found: Line[][] = [];
  let open = false;
  lines.forEach((line, index) => {
    if (!near(index)) open = false;
    else if (open) found.at(-1)?.push(line);
    else {
      found.push([line]);
      open = true;
    }
  });
  return found;
}

function hunkText(hunk: readonly Line[], colour: boolean): string {
  const old = hunk.filter(({ type }) => type !== 'add');
  const fresh = hunk.filter(({ type }) => type !== 'delete');
  const head = `@@ -${old[0]?.oldLine ?? 0},${old.length} +${fresh[0]?.newLine ?? 0},${fresh.length} @@\n`;
  const body = hunk.map(({ type, text }) => {
    const line = `${SIGNS[type]}${text}`;
    return colour && type !== 'equal' ? `${COLOURS[type]}${line}${RESET}\n` : `${line}\n`;
  });
  return head + body.join('');
}

/** The diff in unified format; nothing when the texts are equal. */
export function unifiedDiff(
  segments: readonly Segment[],
  oldName: string,
  newName: string,
  colour: boolean,
): string {
  if (segments.every(({ type }) => type === 'equal')) return '';
  const body = hunks(numbered(segments)).map((hunk) => hunkText(hunk, colour));
  return `--- ${oldName}\n+++ ${newName}\n${body.join('')}`;
}

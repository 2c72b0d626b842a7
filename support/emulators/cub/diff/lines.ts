/** A run of lines that both texts have, or only one of them; each line with its line break. */
export interface Segment {
  type: 'equal' | 'delete' | 'add';
  lines: string[];
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Lengths of the longest common subsequence of every pair of tails. */
function commonLengths(left: string[], right: string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const below = lengths[row + 1] as number[];
      (lengths[row] as number[])[column] =
        left[row] === right[column]
          ? (below[column + 1] as number) + 1
          : Math.max(below[column] as number, (lengths[row] as number[])[column + 1] as number);
    }
  }
  return lengths;
}

/** What to do to `older` to get `newer`, by lines: deletions stand before the additions that replace them. */
export function diffLines(older: string, newer: string): Segment[] {
  const left = linesOf(older);
  const right = linesOf(newer);
  const lengths = commonLengths(left, right);
  const segments: Segment[] = [];
  const put = (type: Segment['type'], text: string) => {
    const last = segments.at(-1);
    if (last?.type === type) last.lines.push(text);
    else segments.push({ type, lines: [text] });
  };
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      put('equal', left[row] as string);
      row += 1;
      column += 1;
    } else if (
      column >= right.length ||
      (row < left.length && (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0))
    ) {
      put('delete', left[row] as string);
      row += 1;
    } else {
      put('add', right[column] as string);
      column += 1;
    }
  }
  return segments;
}

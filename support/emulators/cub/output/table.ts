const PADDING = '    ';

/** How many terminal columns the text takes; control and combining characters take none. */
function width(text: string): number {
  return [...text].length;
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** A header in capitals, `_` and inner `.` as spaces. */
function title(header: string): string {
  const spaced = header.replace(/_/g, ' ').replace(/\./g, (dot, index: number) => {
    const before = header[index - 1];
    const after = header[index + 1];
    const plain = (letter: string | undefined) => letter === undefined || /[\d ]/.test(letter);
    return plain(before) && plain(after) ? dot : ' ';
  });
  const trimmed = spaced.trim();
  return (trimmed === '' && header !== '' ? ' ' : trimmed).toUpperCase();
}

/**
 * A table without borders: columns left aligned, four spaces after each cell (also the last of a row; the last header has one).
 * Cells may hold line breaks. Returns the text with a trailing newline, or nothing when there is neither header nor row.
 */
export function table(rows: readonly (readonly string[])[], header?: readonly string[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.split('\n')));
  const count = Math.max(header?.length ?? 0, ...rows.map((row) => row.length), 0);
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(width(header?.[column] ?? ''), ...cells.flatMap((row) => (row[column] ?? []).map(width)), 0),
  );
  let text = '';
  if (header !== undefined) {
    text += widths
      .map(
        (columns, column) =>
          padded(title(header[column] ?? ''), columns) + (column === count - 1 ? ' ' : PADDING),
      )
      .join('');
    text += '\n';
  }
  for (const row of cells) {
    const height = Math.max(...row.map((lines) => lines.length), 0);
    for (let line = 0; line < height; line += 1) {
      text += row
        .map((lines, column) => padded(lines[line] ?? '  ', widths[column] as number) + PADDING)
        .join('');
      text += '\n';
    }
  }
  return text;
}

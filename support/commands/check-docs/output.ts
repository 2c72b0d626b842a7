/**
 * Compares what a document shows with what was printed: ids, times, ports and the width of columns aside. A shown line
 * `…` stands for any number of lines.
 *
 * @returns what differs, in one sentence, or undefined
 */
export function difference(shown: readonly string[], printed: string): string | undefined {
  const found = linesOf(printed.split('\n'));
  let at = 0;
  let anywhere = false;
  for (const expected of linesOf(shown)) {
    if (expected === '…') {
      anywhere = true;
      continue;
    }
    const index = anywhere ? found.indexOf(expected, at) : at;
    if (index < 0) return `it does not print "${expected}"`;
    if (found[index] !== expected)
      return `it prints "${found[index] ?? '(nothing more)'}" where "${expected}" is shown`;
    at = index + 1;
    anywhere = false;
  }
  return anywhere || at >= found.length ? undefined : `it also prints "${found[at]}", which is not shown`;
}

const ASIDE: ReadonlyArray<[RegExp, string]> = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
  [/\u001b\[[\d;]*m/g, ''],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/g, '<time>'],
  [/\b\d+(\.\d+)? ?(ms|seconds|s)\b/g, '<time>'],
  [/\b(\d+m)?\d+[smh]\b/g, '<time>'],
  [/(127\.0\.0\.1|localhost):\d+/g, '$1:<port>'],
  [/\bprocess \d+/g, 'process <id>'],
  [/(\w)-[0-9a-f]{8,10}-[a-z0-9]{5}\b/g, '$1-<id>'],
  [/\s+/g, ' '],
];

function linesOf(lines: readonly string[]): string[] {
  const plain = lines.map((line) =>
    ASIDE.reduce((text, [pattern, name]) => text.replace(pattern, name), line).trim(),
  );
  // npm says what it runs.
  return plain.filter((line) => line && !line.startsWith('> '));
}

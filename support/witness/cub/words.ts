/** Splits a command line as a shell does: by spaces, with single and double quotes and backslashes within double ones. */
export function words(line: string): string[] {
  const found: string[] = [];
  let word: string | undefined;
  for (const [part] of line.matchAll(/'[^']*'|"(?:\\.|[^"\\])*"|\s+|[^\s'"]+/g)) {
    if (/^\s/.test(part)) {
      if (word !== undefined) found.push(word);
      word = undefined;
    } else word = (word ?? '') + unquoted(part);
  }
  return word === undefined ? found : [...found, word];
}

function unquoted(part: string): string {
  if (part.startsWith("'")) return part.slice(1, -1);
  return part.startsWith('"') ? part.slice(1, -1).replace(/\\(["\\])/g, '$1') : part;
}

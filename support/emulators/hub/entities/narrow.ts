/**
 * Values that a `where` demands of an attribute with `=` or `IN`. The grammar has only AND, so each such condition
 * must hold, and an index can stand in for a walk over all rows. Undefined when the expression demands none.
 * @param names spellings of the attribute, e.g. `UnitID` and `Unit.UnitID`
 */
export function demanded(where: string | undefined, names: string[]): string[] | undefined {
  if (!where) return undefined;
  for (const condition of conditions(where)) {
    const match = /^\s*([A-Za-z.]+)\s*(=|IN\b)\s*(.*?)\s*$/s.exec(condition);
    if (!match || !names.includes(match[1] ?? '')) continue;
    const texts = [...(match[3] ?? '').matchAll(/'([^']*)'/g)].map((text) => text[1] ?? '');
    if (texts.length > 0) return texts;
  }
  return undefined;
}

function conditions(where: string): string[] {
  const parts = where.split(/('[^']*')/);
  let current = '';
  const found: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 1) {
      current += part;
      continue;
    }
    const [first = '', ...rest] = part.split(/\sAND\s/);
    current += first;
    for (const next of rest) {
      found.push(current);
      current = next;
    }
  }
  return [...found, current];
}

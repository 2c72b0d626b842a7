/** Conditions of `--where`, joined with AND: the only connective that the grammar has. */
export function all(...conditions: Array<string | undefined>): string {
  return conditions.filter((condition) => condition !== undefined && condition !== '').join(' AND ');
}

/** `attribute = 'value'` */
export function is(attribute: string, value: string): string {
  return `${attribute} = '${literal(value)}'`;
}

/** `attribute IN ('a', 'b')` */
export function isOneOf(attribute: string, values: readonly string[]): string {
  return `${attribute} IN (${values.map((value) => `'${literal(value)}'`).join(', ')})`;
}

/** The grammar has no escape: such a value cannot be asked for. */
function literal(value: string): string {
  if (/['"\\]/.test(value)) throw new RangeError(`a condition cannot hold quotes or backslashes: ${value}`);
  return value;
}

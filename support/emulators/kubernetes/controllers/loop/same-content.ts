/**
 * Whether two values say the same once they went through the API's decoder, which drops nulls and whatever is empty.
 * Spares a write that would change nothing.
 */
export function sameContent(one: unknown, other: unknown): boolean {
  if (one === other || (isNothing(one) && isNothing(other))) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) {
    if (!sameContent((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]))
      return false;
  }
  return true;
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isNothing);
}

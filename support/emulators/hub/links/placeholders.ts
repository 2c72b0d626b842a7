/** Text that stands for a value to be filled in; any string that contains it is one. */
export const PLACEHOLDER = 'confighubplaceholder';
/** Its older spelling. */
export const OLD_PLACEHOLDER = 'replaceme';
/** The integer that stands for a value to be filled in. */
export const PLACEHOLDER_INT = 999999999;

/** Whether a value is still to be filled in. */
export function isPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(PLACEHOLDER) || value.includes(OLD_PLACEHOLDER);
  return value === PLACEHOLDER_INT;
}

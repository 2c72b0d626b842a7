/**
 * A wait that doubles with each failure.
 *
 * @param failures how often it failed so far, 1 for the first
 * @returns emulated milliseconds
 */
export function backoff(failures: number, { first, longest }: { first: number; longest: number }): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}

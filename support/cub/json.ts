/**
 * Reads what a command printed with `--json`.
 *
 * @throws SyntaxError quoting the start of an output that is no JSON
 */
export function parseJson<T>(stdout: string): T {
  try {
    return JSON.parse(stdout) as T;
  } catch {
    throw new SyntaxError(`cub printed no JSON: ${JSON.stringify(stdout.slice(0, 200))}`);
  }
}

/** As `parseJson`, for a list: versions print `null` for an empty one. */
export function parseList<T>(stdout: string): T[] {
  return parseJson<T[] | null>(stdout) ?? [];
}

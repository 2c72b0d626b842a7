/** Something awaited of the cluster did not come, or an operation on it failed. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';

  constructor(failure: { happened: string; lastSeen?: string; advice?: string }) {
    super(
      [
        failure.happened,
        ...(failure.lastSeen ? [`  last seen: ${failure.lastSeen}`] : []),
        ...(failure.advice ? [`  what to do: ${failure.advice}`] : []),
      ].join('\n'),
    );
  }
}

/** The cluster's own words in an error of its client, with the HTTP status in front. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, body } = error as Error & { code?: number; body?: unknown };
  return code === undefined ? error.message : `${code} ${messageIn(body) ?? error.message}`;
}

/** Whether the cluster answered that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: number }).code === 404;
}

function messageIn(body: unknown): string | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    return (JSON.parse(body) as { message?: string }).message;
  } catch {
    return body;
  }
}

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

/** A running service answered that it knows no such path. */
export class UnknownPath extends ClusterError {
  constructor(readonly question: { namespace: string; service: string; path: string }) {
    const { namespace, service, path } = question;
    super({ happened: `${service} in ${namespace} has nothing at ${path}: it answered 404` });
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

/** Whether an error is the API server's own, not that of a service behind its proxy. */
export function isOfTheApi(error: unknown): boolean {
  const { body } = error as { body?: unknown };
  return /"kind":\s*"Status"/.test(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
}

function messageIn(body: unknown): string | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    return (JSON.parse(body) as { message?: string }).message;
  } catch {
    return body;
  }
}

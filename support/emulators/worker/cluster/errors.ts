/** What a cluster answered instead of success, in its own words. */
export class ClusterError extends Error {
  override name = 'ClusterError';

  /**
   * @param code HTTP status
   * @param reason machine-readable reason of the answer, such as `NotFound`
   * @param retryAfter seconds after which the cluster wants to be asked again
   */
  constructor(
    message: string,
    readonly code: number,
    readonly reason: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The error in an answer with a status of 400 or more. `body` is a Status object, or whatever a proxy sent. */
export function clusterError(code: number, body: string, retryAfter?: string): ClusterError {
  const status = parseStatus(body);
  const message = status.message ?? `the cluster answered ${code}: ${body.trim().slice(0, 200)}`;
  return new ClusterError(message, code, status.reason ?? '', retryAfter ? Number(retryAfter) : undefined);
}

/** Whether an error says that what was asked for does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ClusterError && error.code === 404;
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parseStatus(body: string): { message?: string; reason?: string } {
  try {
    return JSON.parse(body) as { message?: string; reason?: string };
  } catch {
    return {};
  }
}

/** Statuses that a `cub` can render; any other hides the message from its user (contract 1.6). */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 422 | 500;

/** A refusal that the caller is told: one status and one sentence that names the offending value. */
export class ApiError extends Error {
  constructor(
    readonly status: ErrorStatus,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** 400: the request cannot be carried out as it stands. */
export function badRequest(message: string): ApiError {
  return new ApiError(400, message);
}

/** 404: what the request names does not exist in the caller's organization. */
export function notFound(message: string): ApiError {
  return new ApiError(404, message);
}

/** 409: somebody else changed the entity since it was read. Only PUT of one entity may answer so. */
export function conflict(message: string): ApiError {
  return new ApiError(409, message);
}

/** 401: no credential, or one that is not known. */
export function unauthorized(message: string): ApiError {
  return new ApiError(401, message);
}

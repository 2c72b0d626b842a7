import { ApiError } from '../status/api-error';
import { badRequest, expired } from '../status/refusals';

/**
 * Reads a `resourceVersion` parameter; undefined when it is not given or `0`, which both mean "whatever is there".
 *
 * @throws ApiError 400
 */
export function versionParameter(query: URLSearchParams): number | undefined {
  const text = query.get('resourceVersion');
  if (!text || text === '0') return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const why = `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`;
  throw badRequest(
    `invalid resource version: resourceVersion: Invalid value: ${JSON.stringify(text)}: ${why}`,
  );
}

/** 410 for a version whose changes are no longer known. */
export function tooOld(version: number, oldest: number): ApiError {
  return expired(`too old resource version: ${version} (${oldest})`);
}

/** 504 for a version that is still to come. */
export function tooLargeVersion(version: number, current: number): ApiError {
  return new ApiError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${version}, current: ${current}`,
    {
      causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
      retryAfterSeconds: 1,
    },
  );
}

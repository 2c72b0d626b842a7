import { ApiError } from './api-error';
import { causeReason, errorBody, type FieldError } from './field-error';

/** What a refusal says of the resource it is about. */
export interface About {
  group: string;
  plural: string;
  kind: string;
}

const qualified = (name: string, group: string): string => (group ? `${name}.${group}` : name);
const resourceDetails = (about: About, name: string) => ({
  name,
  ...(about.group ? { group: about.group } : {}),
  kind: about.plural,
});

/** 400: the request makes no sense. */
export const badRequest = (message: string): ApiError => new ApiError(400, 'BadRequest', message);

/** 401: no credentials, or unknown ones. */
export const unauthorized = (): ApiError => new ApiError(401, 'Unauthorized', 'Unauthorized');

/** 403 with the API server's opening: `pods "x" is forbidden: …`. */
export function forbidden(about: About, name: string, why: string): ApiError {
  const what = name
    ? `${qualified(about.plural, about.group)} ${JSON.stringify(name)}`
    : qualified(about.plural, about.group);
  return new ApiError(403, 'Forbidden', `${what} is forbidden: ${why}`, resourceDetails(about, name));
}

/** 404: `deployments.apps "x" not found`. */
export const notFound = (about: About, name: string): ApiError =>
  new ApiError(
    404,
    'NotFound',
    `${qualified(about.plural, about.group)} ${JSON.stringify(name)} not found`,
    resourceDetails(about, name),
  );

/** 404 for a path that leads nowhere. */
export const noSuchPath = (): ApiError =>
  new ApiError(404, 'NotFound', 'the server could not find the requested resource', {});

/** 405: the resource does not have this verb. */
export const methodNotAllowed = (): ApiError =>
  new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

/** 406: nothing that the client accepts can be made. */
export const notAcceptable = (): ApiError =>
  new ApiError(
    406,
    'NotAcceptable',
    '406: Not Acceptable\n\nAvailable representations: application/json, application/yaml',
    {},
  );

/** 409: `deployments.apps "x" already exists`. */
export const alreadyExists = (about: About, name: string): ApiError =>
  new ApiError(
    409,
    'AlreadyExists',
    `${qualified(about.plural, about.group)} ${JSON.stringify(name)} already exists`,
    resourceDetails(about, name),
  );

/** 409: `Operation cannot be fulfilled on deployments.apps "x": …`. */
export const conflict = (about: About, name: string, why: string): ApiError =>
  new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(about.plural, about.group)} ${JSON.stringify(name)}: ${why}`,
    resourceDetails(about, name),
  );

/** 409 of an optimistic lock. */
export const modified = (about: About, name: string): ApiError =>
  conflict(
    about,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );

/** 410: a version that is no longer known. */
export const expired = (message: string): ApiError => new ApiError(410, 'Expired', message);

/** 413: more than the server reads. */
export const tooLarge = (limit: number): ApiError =>
  new ApiError(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${limit}`);

/** 415: a patch in a form that the server does not take. */
export const unsupportedPatchType = (): ApiError =>
  new ApiError(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {});

/** 415: a body in a form that the server does not take. */
export const unsupportedMediaType = (accepted: readonly string[]): ApiError =>
  new ApiError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
  );

/** 422: `Deployment.apps "x" is invalid: spec.selector: Required value`. */
export function invalidObject(
  about: { group: string; kind: string },
  name: string,
  errors: FieldError[],
): ApiError {
  const sentences = [...new Set(errors.map((error) => `${error.field}: ${errorBody(error)}`))];
  const list = sentences.length === 1 ? sentences[0] : `[${sentences.join(', ')}]`;
  return new ApiError(
    422,
    'Invalid',
    `${qualified(about.kind, about.group)} ${JSON.stringify(name)} is invalid: ${list}`,
    {
      ...(name ? { name } : {}),
      ...(about.group ? { group: about.group } : {}),
      ...(about.kind ? { kind: about.kind } : {}),
      causes: errors.map((error) => ({
        reason: causeReason(error),
        message: errorBody(error),
        field: error.field,
      })),
    },
  );
}

/** 422 for a patch that cannot be carried out. */
export const invalidPatch = (patch: string, why: string): ApiError =>
  invalidObject({ group: '', kind: '' }, '', [
    { field: 'patch', type: 'Invalid', value: patch, detail: why },
  ]);

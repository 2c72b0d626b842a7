import type { ResourceDefinition } from '../resources/definition';
import { definitionAt } from '../resources/lookup';
import { pathSegmentProblems } from '../resources/metadata/names';
import { badRequest, noSuchPath } from '../status/refusals';

/** What a path is about: a resource, one object of it, or a part of that object. */
export interface Target {
  definition: ResourceDefinition;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** What follows the subresource, as it was sent: the path behind `/proxy`. */
  rest: string;
}

const OF_A_NAMESPACE = ['status', 'finalize'];

/**
 * Reads a path below `/api/v1` or `/apis/GROUP/VERSION`.
 *
 * @throws ApiError 404 for a path that leads nowhere, 400 for names that cannot be names
 */
export function targetOf(path: string): Target {
  const raw = path.split('/').slice(1);
  const [root, ...below] = raw;
  const [group, version, segments] =
    root === 'api' ? ['', below[0] ?? '', below.slice(1)] : [below[0] ?? '', below[1] ?? '', below.slice(2)];
  const inNamespace =
    segments[0] === 'namespaces' &&
    segments.length > 2 &&
    !(group === '' && OF_A_NAMESPACE.includes(segments[2] ?? ''));
  const [plural = '', name, subresource, ...rest] = inNamespace ? segments.slice(2) : segments;
  const definition = definitionAt(group, version, decodeSegment(plural));
  if (!definition || (inNamespace && !definition.namespaced)) throw noSuchPath();
  if (subresource && !definition.subresources?.some((known) => known.name === subresource))
    throw noSuchPath();
  if (rest.length > 0 && subresource !== 'proxy') throw noSuchPath();
  return {
    definition,
    ...(inNamespace ? { namespace: checkedName(decodeSegment(segments[1] ?? ''), 'Namespace') } : {}),
    ...(name === undefined ? {} : { name: checkedName(decodeSegment(name), 'Name') }),
    ...(subresource === undefined ? {} : { subresource }),
    rest: rest.length > 0 ? `/${rest.join('/')}` : '',
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`the path segment ${JSON.stringify(segment)} is not percent-encoded correctly`);
  }
}

function checkedName(name: string, what: string): string {
  if (name === '') throw noSuchPath();
  const problems = pathSegmentProblems(name);
  if (problems.length === 0) return name;
  throw badRequest(`${what} parameter invalid: ${JSON.stringify(name)}: ${problems.join(';')}`);
}

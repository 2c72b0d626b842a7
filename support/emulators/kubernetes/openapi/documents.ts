import { groupOf, namedGroups } from '../discovery/groups';
import { EMULATED_VERSION } from '../discovery/version';
import type { ResourceDefinition } from '../resources/definition';
import { apiVersionOf } from '../resources/definition';
import { verbsOf } from '../resources/lookup';
import { RESOURCES } from '../resources/table';
import { noSuchPath } from '../status/refusals';
import { publishedName, schemasFor } from './schemas';

const INFO = { title: 'Kubernetes', version: `${EMULATED_VERSION}+microtraderx` };

const structOf = ({ type }: ResourceDefinition): string => type.slice(1);
const kindOf = ({ group, version, kind }: ResourceDefinition) => ({ group, version, kind });
const rootOf = ({ group, version }: { group: string; version: string }): string =>
  group ? `apis/${group}/${version}` : `api/${version}`;

/** `GET /openapi/v3`: where the document of each group is. */
export function openApiIndex(): object {
  const groups = [groupOf(''), ...namedGroups()];
  const paths = groups.map(({ name, version }) => {
    const root = rootOf({ group: name, version });
    return [root, { serverRelativeURL: `/openapi/v3/${root}?hash=${EMULATED_VERSION}` }];
  });
  return { paths: Object.fromEntries(paths) };
}

/**
 * `GET /openapi/v3/apis/GROUP/VERSION`: the types and the paths of a group.
 *
 * @throws ApiError 404
 */
export function openApiDocument(root: string): object {
  const resources = RESOURCES.filter((definition) => rootOf(definition) === root);
  if (resources.length === 0) throw noSuchPath();
  const schemas = schemasFor([...resources.map(structOf), 'meta.v1.DeleteOptions'], '#/components/schemas/');
  markKinds(schemas, resources);
  const paths = Object.fromEntries(
    resources.map((definition) => [pathOf(definition), operations(definition)]),
  );
  return { openapi: '3.0.0', info: INFO, paths, components: { schemas } };
}

/** `GET /openapi/v2`: all types and paths, for clients that do not know version 3. */
export function swaggerDocument(): object {
  const definitions = schemasFor(RESOURCES.map(structOf), '#/definitions/');
  markKinds(definitions, RESOURCES);
  const paths = Object.fromEntries(
    RESOURCES.map((definition) => [pathOf(definition), operations(definition)]),
  );
  return { swagger: '2.0', info: INFO, paths, definitions };
}

function markKinds(
  schemas: Record<string, Record<string, unknown>>,
  resources: readonly ResourceDefinition[],
): void {
  for (const definition of resources) {
    const schema = schemas[publishedName(structOf(definition))];
    if (schema) schema['x-kubernetes-group-version-kind'] = [kindOf(definition)];
  }
}

function pathOf(definition: ResourceDefinition): string {
  const { namespaced, plural } = definition;
  return `/${rootOf(definition)}/${namespaced ? 'namespaces/{namespace}/' : ''}${plural}${stored(definition) ? '/{name}' : ''}`;
}

const stored = (definition: ResourceDefinition): boolean => verbsOf(definition).includes('get');

function operations(definition: ResourceDefinition): object {
  const parameter = (name: string, type = 'string') => ({ name, in: 'query', schema: { type } });
  const operation = (action: string, parameters: object[] = []) => ({
    operationId: `${action}${apiVersionOf(definition).replace(/[^A-Za-z0-9]/g, '')}${definition.kind}`,
    parameters,
    responses: { 200: { description: 'OK' } },
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': kindOf(definition),
  });
  const writing = [parameter('dryRun'), parameter('fieldManager'), parameter('fieldValidation')];
  if (!stored(definition)) return { post: operation('post', writing) };
  const forcing = [...writing, parameter('force', 'boolean')];
  const verbs = verbsOf(definition);
  return {
    get: operation('get'),
    ...(verbs.includes('update') ? { put: operation('put', writing) } : {}),
    ...(verbs.includes('patch') ? { patch: operation('patch', forcing) } : {}),
    ...(verbs.includes('delete') ? { delete: operation('delete', [parameter('dryRun')]) } : {}),
  };
}

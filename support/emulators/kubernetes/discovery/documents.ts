import { apiVersionOf, type ResourceDefinition, type Subresource } from '../resources/definition';
import { verbsOf } from '../resources/lookup';
import { noSuchPath } from '../status/refusals';
import { type Group, groupOf, namedGroups } from './groups';

/** `GET /api` */
export function apiVersions(address: string): object {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: address }],
  };
}

/** `GET /apis` */
export function apiGroupList(): object {
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: namedGroups().map(describeGroup) };
}

/**
 * `GET /apis/GROUP`
 *
 * @throws ApiError 404
 */
export function apiGroup(name: string): object {
  const group = namedGroups().find((known) => known.name === name);
  if (!group) throw noSuchPath();
  return { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(group) };
}

function describeGroup({ name, version }: Group): object {
  const preferred = { groupVersion: `${name}/${version}`, version };
  return { name, versions: [preferred], preferredVersion: preferred };
}

/**
 * `GET /api/v1`, `GET /apis/GROUP/VERSION`
 *
 * @throws ApiError 404
 */
export function apiResourceList(name: string, version: string): object {
  const group = groupOf(name);
  if (group.resources.length === 0 || group.version !== version) throw noSuchPath();
  return {
    kind: 'APIResourceList',
    ...(name ? { apiVersion: 'v1' } : {}),
    groupVersion: apiVersionOf({ group: name, version }),
    resources: group.resources.flatMap((definition) => [
      describeResource(definition),
      ...(definition.subresources ?? []).map((subresource) => describeSubresource(definition, subresource)),
    ]),
  };
}

function describeResource(definition: ResourceDefinition): object {
  const { plural, singular, namespaced, kind, shortNames, categories } = definition;
  return {
    name: plural,
    singularName: singular,
    namespaced,
    kind,
    verbs: verbsOf(definition),
    ...(shortNames ? { shortNames } : {}),
    ...(categories ? { categories } : {}),
  };
}

function describeSubresource(definition: ResourceDefinition, subresource: Subresource): object {
  const { name, group, version, kind = definition.kind, verbs } = subresource;
  return {
    name: `${definition.plural}/${name}`,
    singularName: '',
    namespaced: definition.namespaced,
    ...(group ? { group, version } : {}),
    kind,
    verbs,
  };
}

/** `GET /api` or `GET /apis` as one document that holds everything. */
export function aggregatedDiscovery(groups: Group[]): object {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(({ name, version, resources }) => ({
      metadata: { ...(name ? { name } : {}), creationTimestamp: null },
      versions: [{ version, freshness: 'Current', resources: resources.map(aggregatedResource) }],
    })),
  };
}

function aggregatedResource(definition: ResourceDefinition): object {
  const { group, version, plural, singular, kind, namespaced, shortNames, categories, subresources } =
    definition;
  return {
    resource: plural,
    responseKind: { group, version, kind },
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs: verbsOf(definition),
    ...(shortNames ? { shortNames } : {}),
    ...(categories ? { categories } : {}),
    ...(subresources
      ? {
          subresources: subresources.map((subresource) => ({
            subresource: subresource.name,
            responseKind: {
              group: subresource.group ?? group,
              version: subresource.version ?? version,
              kind: subresource.kind ?? kind,
            },
            verbs: subresource.verbs,
          })),
        }
      : {}),
  };
}

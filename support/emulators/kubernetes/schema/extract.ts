/**
 * Writes `description.json` from Kubernetes's published API description:
 * `ts-node extract.ts path/to/kubernetes/api/openapi-spec/swagger.json` (Kubernetes v1.37.2, Apache-2.0).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description, FieldType, StructType } from './types';

interface Property {
  $ref?: string;
  type?: string;
  format?: string;
  items?: Property;
  additionalProperties?: Property;
  properties?: Record<string, Property>;
  required?: string[];
  'x-kubernetes-list-type'?: string;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-map-type'?: string;
  'x-kubernetes-patch-strategy'?: string;
  'x-kubernetes-patch-merge-key'?: string;
}

const ROOTS = [
  ...[
    'Namespace',
    'Pod',
    'Service',
    'Endpoints',
    'ConfigMap',
    'Secret',
    'ServiceAccount',
    'Event',
    'Node',
  ].map((kind) => `api.core.v1.${kind}`),
  ...['Deployment', 'ReplicaSet'].map((kind) => `api.apps.v1.${kind}`),
  ...['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'].map((kind) => `api.rbac.v1.${kind}`),
  'api.discovery.v1.EndpointSlice',
  'api.coordination.v1.Lease',
  'api.autoscaling.v1.Scale',
  'api.authentication.v1.TokenRequest',
  'api.authentication.v1.TokenReview',
  'api.authentication.v1.SelfSubjectReview',
  ...[
    'SelfSubjectAccessReview',
    'SelfSubjectRulesReview',
    'SubjectAccessReview',
    'LocalSubjectAccessReview',
  ].map((kind) => `api.authorization.v1.${kind}`),
  'apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition',
  'apimachinery.pkg.apis.meta.v1.DeleteOptions',
];

const SPECIAL: Record<string, FieldType> = {
  'meta.v1.Time': 'time',
  'meta.v1.MicroTime': 'time',
  'meta.v1.FieldsV1': 'any',
  'apimachinery.pkg.api.resource.Quantity': 'quantity',
  'apimachinery.pkg.util.intstr.IntOrString': 'intOrString',
  'apimachinery.pkg.runtime.RawExtension': 'any',
  'apiextensions.v1.JSON': 'any',
  'apiextensions.v1.JSONSchemaProps': 'any',
};

const KEY_DEFAULTS: Record<string, Record<string, string>> = {
  'core.v1.ContainerPort': { protocol: 'TCP' },
  'core.v1.ServicePort': { protocol: 'TCP' },
};

function shortName(ref: string): string {
  return ref
    .replace('#/definitions/', '')
    .replace('io.k8s.', '')
    .replace(/^api\./, '')
    .replace('apimachinery.pkg.apis.meta', 'meta')
    .replace('apiextensions-apiserver.pkg.apis.', '');
}

function scalar(property: Property): FieldType {
  if (property.type === 'integer') return property.format === 'int64' ? 'int64' : 'int32';
  if (property.type === 'number' || property.type === 'boolean') return property.type;
  if (property.type === 'string') return property.format === 'byte' ? 'bytes' : 'string';
  return 'any';
}

function fieldType(property: Property, reach: (ref: string) => void): FieldType {
  const strategy = property['x-kubernetes-patch-strategy'] ?? '';
  if (property.$ref) {
    const name = shortName(property.$ref);
    const special = SPECIAL[name];
    if (special) return special;
    reach(property.$ref);
    return strategy.includes('retainKeys') ? { ref: `#${name}`, retainKeys: true } : `#${name}`;
  }
  if (property.type === 'array' && property.items) {
    const mergeKey = property['x-kubernetes-patch-merge-key'];
    return {
      list: fieldType(property.items, reach),
      ...(property['x-kubernetes-list-type'] === 'map'
        ? { keys: property['x-kubernetes-list-map-keys'] }
        : {}),
      ...(property['x-kubernetes-list-type'] === 'set' ? { set: true as const } : {}),
      ...(strategy.includes('merge') ? { merge: true as const } : {}),
      ...(mergeKey ? { mergeKey } : {}),
      ...(strategy.includes('retainKeys') ? { retainKeys: true as const } : {}),
    };
  }
  if (property.type === 'object' && property.additionalProperties) {
    const atomic = property['x-kubernetes-map-type'] === 'atomic';
    return {
      map: fieldType(property.additionalProperties, reach),
      ...(atomic ? { atomic: true as const } : {}),
    };
  }
  return scalar(property);
}

function extract(definitions: Record<string, Property>): Description {
  const description: Description = {};
  const open = ROOTS.map((root) => `#/definitions/io.k8s.${root}`);
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const name = shortName(ref);
    if (description[name]) continue;
    const definition = definitions[ref.replace('#/definitions/', '')];
    if (!definition) throw new Error(`the API description has no ${ref}`);
    const struct: StructType = { fields: {} };
    description[name] = struct;
    for (const [field, property] of Object.entries(definition.properties ?? {})) {
      struct.fields[field] = fieldType(property, (found) => open.push(found));
    }
    if (definition.required) struct.required = definition.required;
    if (definition['x-kubernetes-map-type'] === 'atomic') struct.atomic = true;
    const keyDefaults = KEY_DEFAULTS[name];
    if (keyDefaults) struct.keyDefaults = keyDefaults;
  }
  return Object.fromEntries(Object.entries(description).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const source = process.argv[2];
if (!source) throw new Error('usage: ts-node extract.ts path/to/swagger.json');
const { definitions } = JSON.parse(readFileSync(source, 'utf8')) as { definitions: Record<string, Property> };
const lines = Object.entries(extract(definitions)).map(
  ([name, type]) => `${JSON.stringify(name)}:${JSON.stringify(type)}`,
);
writeFileSync(join(__dirname, 'description.json'), `{\n${lines.join(',\n')}\n}\n`);

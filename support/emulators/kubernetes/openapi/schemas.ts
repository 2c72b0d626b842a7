import { allStructs, shapeOf } from '../schema/schema';
import type { FieldType, ScalarType, StructType } from '../schema/types';

const SCALARS: Record<ScalarType, object> = {
  any: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  boolean: { type: 'boolean' },
  bytes: { type: 'string', format: 'byte' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  intOrString: { oneOf: [{ type: 'integer' }, { type: 'string' }], format: 'int-or-string' },
  number: { type: 'number', format: 'double' },
  quantity: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  string: { type: 'string' },
  time: { type: 'string', format: 'date-time' },
};

/** The name of a struct in the published API description. */
export function publishedName(name: string): string {
  if (name.startsWith('meta.')) return `io.k8s.apimachinery.pkg.apis.${name}`;
  if (name.startsWith('apiextensions.')) return `io.k8s.apiextensions-apiserver.pkg.apis.${name}`;
  return `io.k8s.api.${name}`;
}

/**
 * A struct and all that it refers to, as JSON schemas.
 *
 * @param prefix where references point: `#/components/schemas/` or `#/definitions/`
 */
export function schemasFor(roots: string[], prefix: string): Record<string, Record<string, unknown>> {
  const structs = allStructs();
  const schemas: Record<string, Record<string, unknown>> = {};
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const published = publishedName(name);
    const struct = structs[name];
    if (schemas[published] || !struct) continue;
    schemas[published] = structSchema(struct, prefix, open);
  }
  return schemas;
}

function structSchema(struct: StructType, prefix: string, open: string[]): Record<string, unknown> {
  const properties = Object.entries(struct.fields).map(([field, type]) => [
    field,
    schemaOf(type, prefix, open),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(struct.required ? { required: struct.required } : {}),
    ...(struct.atomic ? { 'x-kubernetes-map-type': 'atomic' } : {}),
  };
}

function schemaOf(type: FieldType, prefix: string, open: string[]): object {
  const shape = shapeOf(type);
  switch (shape.is) {
    case 'scalar':
      return SCALARS[shape.scalar];
    case 'struct': {
      open.push(shape.name);
      const ref = { $ref: `${prefix}${publishedName(shape.name)}` };
      const retains = typeof type === 'object' && 'ref' in type && type.retainKeys;
      if (!retains) return prefix === '#/definitions/' ? ref : { allOf: [ref], default: {} };
      return prefix === '#/definitions/'
        ? { ...ref, 'x-kubernetes-patch-strategy': 'retainKeys' }
        : { allOf: [ref], default: {}, 'x-kubernetes-patch-strategy': 'retainKeys' };
    }
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(shape.map.map, prefix, open) };
    case 'list': {
      const { list, keys, set, merge, mergeKey, retainKeys } = shape.list;
      const strategy = [...(merge ? ['merge'] : []), ...(retainKeys ? ['retainKeys'] : [])].join(',');
      return {
        type: 'array',
        items: schemaOf(list, prefix, open),
        ...(keys ? { 'x-kubernetes-list-map-keys': keys } : {}),
        'x-kubernetes-list-type': keys ? 'map' : set ? 'set' : 'atomic',
        ...(mergeKey ? { 'x-kubernetes-patch-merge-key': mergeKey } : {}),
        ...(strategy ? { 'x-kubernetes-patch-strategy': strategy } : {}),
      };
    }
  }
}

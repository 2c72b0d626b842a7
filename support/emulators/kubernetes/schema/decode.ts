import type { Json } from '../store/kube-object';
import { canonicalQuantity } from './quantity';
import { memberType, type Shape, shapeOf } from './schema';
import type { FieldType, ScalarType } from './types';
import { UNTOLD_ZEROS } from './zeros';

/** A value of the wrong type; the message is that of the API server's decoder. */
export class DecodeError extends Error {
  override name = 'DecodeError';
}

/** An object as decoded, and the paths of fields that its type does not have (they are dropped). */
export interface Decoded {
  value: { [field: string]: Json };
  unknownFields: string[];
}

interface Place {
  /** With indexes, as unknown fields are told: `spec.containers[0].imagee`. */
  path: string;
  /** Without, as wrong types are told: `Container.spec.containers.image`. */
  names: string;
  struct: string;
}

/**
 * Reads a JSON value as the API server's decoder does: only fields of the type, no nulls, no empty lists and maps,
 * quantities in canonical form.
 *
 * @throws DecodeError when a value has the wrong type
 */
export function decode(value: unknown, type: FieldType): Decoded {
  const unknownFields: string[] = [];
  const decoded = decodeValue(value, type, { path: '', names: '', struct: '' }, unknownFields);
  return { value: (decoded ?? {}) as { [field: string]: Json }, unknownFields };
}

function decodeValue(value: unknown, type: FieldType, place: Place, unknown: string[]): Json | undefined {
  if (value === null || value === undefined) return undefined;
  const shape = shapeOf(type);
  if (shape.is === 'scalar') return decodeScalar(value, shape.scalar, place);
  if (shape.is === 'list') {
    if (!Array.isArray(value)) throw wrongType(value, goType(shape), place);
    if (value.length === 0) return undefined;
    return value.map((item, index) => {
      const at = { ...place, path: `${place.path}[${index}]` };
      return decodeValue(item, shape.list.list, at, unknown) ?? emptyItem(shapeOf(shape.list.list));
    });
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(value, goType(shape), place);
  return decodeMembers(value, shape, place, unknown);
}

function decodeMembers(
  value: object,
  shape: Extract<Shape, { is: 'map' | 'struct' }>,
  place: Place,
  unknown: string[],
): Json | undefined {
  const result: { [field: string]: Json } = {};
  const struct = shape.is === 'struct' ? shortStruct(shape.name) : '';
  const untold = shape.is === 'struct' ? UNTOLD_ZEROS[shape.name] : undefined;
  for (const [field, part] of Object.entries(value)) {
    const type = memberType(shape, field);
    const path = place.path ? `${place.path}.${field}` : field;
    if (!type) {
      unknown.push(path);
      continue;
    }
    const names = place.names ? `${place.names}.${field}` : field;
    const decoded = decodeValue(part, type, { path, names, struct: struct || place.struct }, unknown);
    if (decoded === undefined) {
      if (shape.is === 'map' && part === null && type === 'string') setField(result, field, '');
      continue;
    }
    if (shape.is === 'struct') {
      if (decoded === '' && type === 'string' && !shape.struct.required?.includes(field)) continue;
      if ((decoded === 0 || decoded === false) && untold?.includes(field)) continue;
    }
    setField(result, field, decoded);
  }
  if (shape.is === 'map' && Object.keys(result).length === 0) return undefined;
  return result;
}

function setField(target: { [field: string]: Json }, field: string, value: Json): void {
  if (field === '__proto__')
    Object.defineProperty(target, field, { value, enumerable: true, writable: true });
  else target[field] = value;
}

function emptyItem(shape: Shape): Json {
  if (shape.is === 'scalar') return shape.scalar === 'string' ? '' : null;
  return shape.is === 'list' ? [] : {};
}

function decodeScalar(value: unknown, scalar: ScalarType, place: Place): Json {
  switch (scalar) {
    case 'any':
      return structuredClone(value) as Json;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw wrongType(value, 'bool', place);
    case 'string':
      if (typeof value === 'string') return value;
      throw wrongType(value, 'string', place);
    case 'int32':
    case 'int64':
      return decodeInteger(value, scalar, place);
    case 'number':
      if (typeof value === 'number') return value;
      throw wrongType(value, 'float64', place);
    case 'intOrString':
      if (typeof value === 'string' || Number.isInteger(value)) return value as Json;
      throw wrongType(value, 'intstr.IntOrString', place);
    case 'quantity':
      return decodeQuantity(value);
    case 'time':
      return decodeTime(value, place);
    case 'bytes':
      return decodeBytes(value, place);
  }
}

function decodeInteger(value: unknown, scalar: 'int32' | 'int64', place: Place): number {
  if (typeof value !== 'number') throw wrongType(value, scalar, place);
  const inRange = scalar === 'int32' ? value === (value | 0) : Number.isSafeInteger(value);
  if (!inRange) throw wrongType(value, scalar, place, `number ${value}`);
  return value;
}

function decodeQuantity(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  const canonical = typeof text === 'string' ? canonicalQuantity(text) : undefined;
  if (canonical !== undefined) return canonical;
  throw new DecodeError(
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  );
}

function decodeTime(value: unknown, place: Place): string {
  if (typeof value !== 'string') throw wrongType(value, 'string', place);
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) ||
    Number.isNaN(Date.parse(value))
  ) {
    const text = JSON.stringify(value);
    throw new DecodeError(
      `parsing time ${text} as "2006-01-02T15:04:05Z07:00": cannot parse ${text} as "2006"`,
    );
  }
  return value;
}

function decodeBytes(value: unknown, place: Place): string {
  if (typeof value !== 'string') throw wrongType(value, '[]uint8', place);
  const text = value.replace(/[\r\n]/g, '');
  const wrong = text.search(/[^A-Za-z0-9+/=]|=(?!=?$)/);
  if (wrong >= 0) throw new DecodeError(`illegal base64 data at input byte ${wrong}`);
  if (text.length % 4 !== 0)
    throw new DecodeError(`illegal base64 data at input byte ${text.length - (text.length % 4)}`);
  return text;
}

function wrongType(value: unknown, wanted: string, place: Place, found = jsonType(value)): DecodeError {
  const field = place.names ? `Go struct field ${place.struct}.${place.names}` : 'Go value';
  return new DecodeError(`json: cannot unmarshal ${found} into ${field} of type ${wanted}`);
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

const shortStruct = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
const goStruct = (name: string): string => name.split('.').slice(-2).join('.');

function goType(shape: Shape): string {
  switch (shape.is) {
    case 'struct':
      return goStruct(shape.name);
    case 'list':
      return `[]${goType(shapeOf(shape.list.list))}`;
    case 'map':
      return `map[string]${goType(shapeOf(shape.map.map))}`;
    case 'scalar':
      return (
        { boolean: 'bool', bytes: '[]uint8', number: 'float64', quantity: 'resource.Quantity' }[
          shape.scalar as string
        ] ?? shape.scalar
      );
  }
}

import type { Description, FieldType, ListType, MapType, ScalarType, StructType } from './types';

let loaded: Description | undefined;

function description(): Description {
  loaded ??= require('./description.json') as Description;
  return loaded;
}

/** What a field type comes down to. */
export type Shape =
  | { is: 'scalar'; scalar: ScalarType }
  | { is: 'list'; list: ListType }
  | { is: 'map'; map: MapType }
  | { is: 'struct'; name: string; struct: StructType };

const shapes = new Map<string, Shape>();

/**
 * The shape behind a field type.
 *
 * @throws RangeError for a reference to a struct that the API description does not hold
 */
export function shapeOf(type: FieldType): Shape {
  if (typeof type === 'string') {
    let shape = shapes.get(type);
    if (!shape) {
      shape = type.startsWith('#')
        ? structShape(type.slice(1))
        : { is: 'scalar', scalar: type as ScalarType };
      shapes.set(type, shape);
    }
    return shape;
  }
  if ('list' in type) return { is: 'list', list: type };
  if ('map' in type) return { is: 'map', map: type };
  return shapeOf(type.ref as FieldType);
}

function structShape(name: string): Shape {
  const struct = description()[name];
  if (!struct) throw new RangeError(`The API description has no "${name}".`);
  return { is: 'struct', name, struct };
}

/** The type of a part of a map or struct; undefined for a field that the struct does not have. */
export function memberType(shape: Shape, field: string): FieldType | undefined {
  if (shape.is === 'map') return shape.map.map;
  if (shape.is === 'struct')
    return Object.hasOwn(shape.struct.fields, field) ? shape.struct.fields[field] : undefined;
  return shape.is === 'scalar' && shape.scalar === 'any' ? 'any' : undefined;
}

/** All structs, for those who publish them. */
export function allStructs(): Description {
  return description();
}

/** Whether server-side apply takes a value of this type as one piece. */
export function isAtomic(shape: Shape): boolean {
  if (shape.is === 'scalar') return true;
  if (shape.is === 'list') return !shape.list.keys && !shape.list.set;
  return (shape.is === 'map' ? shape.map.atomic : shape.struct.atomic) ?? false;
}

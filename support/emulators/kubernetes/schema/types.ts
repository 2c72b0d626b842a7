/** Scalars that the API description knows; `any` is free-form JSON. */
export type ScalarType =
  | 'string'
  | 'bytes'
  | 'time'
  | 'quantity'
  | 'intOrString'
  | 'int32'
  | 'int64'
  | 'number'
  | 'boolean'
  | 'any';

/** A list; without `keys` and `set` it is atomic for server-side apply. `mergeKey` is that of strategic merge. */
export interface ListType {
  list: FieldType;
  keys?: string[];
  set?: true;
  merge?: true;
  mergeKey?: string;
  retainKeys?: true;
}

/** A map with free keys. */
export interface MapType {
  map: FieldType;
  atomic?: true;
}

/** A reference to a struct: `#apps.v1.DeploymentSpec`, with what only this use of it says. */
export interface UseOfStruct {
  ref: string;
  retainKeys?: true;
}

/** The type of a field: a scalar, `#Struct`, a list or a map. */
export type FieldType = ScalarType | `#${string}` | ListType | MapType | UseOfStruct;

/** An object with named fields. */
export interface StructType {
  fields: Record<string, FieldType>;
  required?: string[];
  atomic?: true;
  /** Values that identify a list item when it leaves them out (`protocol: TCP`). */
  keyDefaults?: Record<string, string>;
}

/** All structs by name, as `description.json` holds them. */
export type Description = Record<string, StructType>;

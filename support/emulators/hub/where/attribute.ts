import { ATTRIBUTES, type AttributeType, RELATIONS } from './attributes';
import { type EntityKind, type ExtendedRow, QueryError } from './model';

/** A value that can be asked of a row. */
export interface Attribute {
  name: string;
  type: AttributeType;
  /** Undefined for an absent value: null, a missing relation, the nil UUID. */
  read(row: ExtendedRow): unknown;
}

const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** Finds an attribute by its name in an expression: Slug, Unit.Slug, Labels.tier, UpstreamUnit.Labels.tier. */
export function findAttribute(entity: EntityKind, name: string): Attribute {
  const [first = '', ...others] = name.split('.');
  const isRelation = (first === entity || first in RELATIONS[entity]) && !(first in ATTRIBUTES[entity]);
  const kind = isRelation && first !== entity ? (RELATIONS[entity][first] as EntityKind) : entity;
  const field = isRelation ? first : entity;
  const [attribute = '', ...keys] = isRelation ? others : [first, ...others];
  const type = ATTRIBUTES[kind][attribute];
  if (type === undefined || !takesKeys(type, keys)) throw unknownAttribute(entity, kind, name);
  const source = (row: ExtendedRow): unknown =>
    present((row[field] as ExtendedRow | null | undefined)?.[attribute]);
  if (keys.length === 0) return { name, type, read: source };
  return { name, type: elementType(type), read: (row) => present(element(source(row), keys)) };
}

function takesKeys(type: AttributeType, keys: string[]): boolean {
  if (type === 'recordList') return keys.length === 2 && keys[0] === '*';
  return keys.length === 0 || type === 'stringMap' || type === 'boolMap' || type === 'uuidMap';
}

function elementType(type: AttributeType): AttributeType {
  return type === 'boolMap' ? 'bool' : 'string';
}

function element(value: unknown, keys: string[]): unknown {
  if (Array.isArray(value)) return value.map((record: ExtendedRow) => record[keys[1] ?? '']);
  const key = keys.join('.').replaceAll('~1', '.');
  const map = (value ?? {}) as ExtendedRow;
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function present(value: unknown): unknown {
  return value === null || value === NIL_UUID ? undefined : value;
}

function unknownAttribute(entity: EntityKind, kind: EntityKind, name: string): QueryError {
  const known = Object.keys(ATTRIBUTES[kind]).sort().join(', ');
  const hint = /^[a-z]/.test(name)
    ? `paths into config data are asked with --where-data and --resource-type, as in --resource-type apps/v1/Deployment --where-data "${name} ..."`
    : `${kind} has ${known}`;
  const also =
    kind === entity && !/^[a-z]/.test(name)
      ? `; and beside it ${Object.keys(RELATIONS[entity]).join(', ')}`
      : '';
  return new QueryError(`unknown attribute \`${name}\` of ${entity}: ${hint}${also}`);
}

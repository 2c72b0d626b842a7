import { isDeepStrictEqual } from 'node:util';
import { memberType, type Shape, shapeOf } from '../schema/schema';
import type { FieldType, ListType } from '../schema/types';
import type { Json } from '../store/kube-object';
import { PatchError } from './json-patch';

type Members = { [field: string]: Json };

const DELETE_FROM = '$deleteFromPrimitiveList/';
const ORDER = '$setElementOrder/';

/**
 * A strategic merge patch: like a merge patch, but lists that have a merge key are merged item by item, and
 * `$patch`, `$retainKeys`, `$setElementOrder` and `$deleteFromPrimitiveList` say otherwise.
 *
 * @throws PatchError when the patch does not fit the type
 */
export function applyStrategicMerge(document: Json, patch: Json, type: FieldType): Json {
  if (!isObject(patch)) throw new PatchError('a strategic merge patch must be an object');
  return mergeObjects(isObject(document) ? document : {}, patch, shapeOf(type));
}

function mergeObjects(document: Members, patch: Members, shape: Shape): Members {
  const directive = patch.$patch;
  if (directive === 'replace') return withoutDirectives(patch) as Members;
  if (directive === 'delete') return {};
  if (directive !== undefined && directive !== 'merge')
    throw new PatchError(`unknown $patch directive: ${directive}`);
  const result = retainKeys(document, patch);
  for (const [field, value] of Object.entries(patch)) {
    if (field.startsWith(DELETE_FROM)) deleteFrom(result, field.slice(DELETE_FROM.length), value);
    if (field.startsWith('$')) continue;
    const type = memberType(shape, field);
    if (value === null) delete result[field];
    else
      setField(
        result,
        field,
        type ? mergeField(result[field], value, type, patch[`${ORDER}${field}`]) : value,
      );
  }
  for (const field of Object.keys(patch).filter((key) => key.startsWith(ORDER))) {
    const name = field.slice(ORDER.length);
    const type = memberType(shape, name);
    const listShape = type && shapeOf(type);
    if (patch[name] === undefined && listShape?.is === 'list' && Array.isArray(result[name])) {
      setField(result, name, ordered(result[name], patch[field], listShape.list));
    }
  }
  return result;
}

function mergeField(current: Json | undefined, patch: Json, type: FieldType, order: Json | undefined): Json {
  const shape = shapeOf(type);
  if (shape.is === 'list' && Array.isArray(patch)) {
    const items = Array.isArray(current) ? current : [];
    return shape.list.merge ? ordered(mergeLists(items, patch, shape.list), order, shape.list) : patch;
  }
  if ((shape.is === 'struct' || shape.is === 'map') && isObject(patch)) {
    return mergeObjects(isObject(current) ? current : {}, patch, shape);
  }
  return patch;
}

function mergeLists(current: Json[], patch: Json[], list: ListType): Json[] {
  const { mergeKey } = list;
  if (patch.some((item) => isObject(item) && item.$patch === 'replace' && Object.keys(item).length === 1)) {
    return patch.filter(
      (item) => !(isObject(item) && item.$patch === 'replace' && Object.keys(item).length === 1),
    );
  }
  if (!mergeKey) {
    return [...current, ...patch.filter((item) => !current.some((known) => isDeepStrictEqual(known, item)))];
  }
  const result = [...current];
  for (const item of patch) {
    if (!isObject(item))
      throw new PatchError(`expected an object with ${mergeKey} in a list that is merged by it`);
    const key = item[mergeKey];
    if (key === undefined) {
      throw new PatchError(`map: ${JSON.stringify(item)} does not contain declared merge key: ${mergeKey}`);
    }
    const at = result.findIndex((known) => isObject(known) && isDeepStrictEqual(known[mergeKey], key));
    if (item.$patch === 'delete') {
      if (at >= 0) result.splice(at, 1);
      continue;
    }
    const before = at >= 0 ? (result[at] as Members) : {};
    const merged = mergeObjects(before, item, shapeOf(list.list));
    if (at >= 0) result[at] = merged;
    else result.push(merged);
  }
  return result;
}

function ordered(items: Json[], order: Json | undefined, { mergeKey }: ListType): Json[] {
  if (!Array.isArray(order)) return items;
  const keyOf = (item: Json): Json | undefined => (mergeKey && isObject(item) ? item[mergeKey] : item);
  const positions = order.map((entry) => JSON.stringify(keyOf(entry)));
  const rank = (item: Json): number => positions.indexOf(JSON.stringify(keyOf(item)));
  const told = items.filter((item) => rank(item) >= 0).sort((a, b) => rank(a) - rank(b));
  return [...told, ...items.filter((item) => rank(item) < 0)];
}

function retainKeys(document: Members, patch: Members): Members {
  const retained = patch.$retainKeys;
  if (retained === undefined) return { ...document };
  if (!Array.isArray(retained)) throw new PatchError('$retainKeys must be a list of field names');
  return Object.fromEntries(Object.entries(document).filter(([field]) => retained.includes(field)));
}

function deleteFrom(result: Members, field: string, values: Json): void {
  const current = result[field];
  if (!Array.isArray(values)) throw new PatchError(`${DELETE_FROM}${field} must be a list`);
  if (!Array.isArray(current)) return;
  result[field] = current.filter((item) => !values.some((value) => isDeepStrictEqual(value, item)));
}

function withoutDirectives(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDirectives);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).filter(([field]) => !field.startsWith('$'));
  return Object.fromEntries(fields.map(([field, part]) => [field, withoutDirectives(part)]));
}

function setField(target: Members, field: string, value: Json): void {
  Object.defineProperty(target, field, { value, enumerable: true, writable: true, configurable: true });
}

function isObject(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
      setField(result, name, ordered(result[name], patch[field], result[name], listShape.list));
    }
  }
  return result;
}

function mergeField(current: Json | undefined, patch: Json, type: FieldType, order: Json | undefined): Json {
  const shape = shapeOf(type);
  if (shape.is === 'list' && Array.isArray(patch)) {
    const items = Array.isArray(current) ? current : [];
    if (!shape.list.merge) return patch;
    const merged = mergeLists(items, patch, shape.list);
    return ordered(merged, order ?? patch.filter((item) => !isDirective(item)), items, shape.list);
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

/**
 * The order of a merged list: items that the patch names in the patch's order, the others in the live order, each of
 * these before the next named one that it stood before. Follows `normalizeElementOrder` of strategicpatch.
 */
function ordered(merged: Json[], order: Json | undefined, live: Json[], { mergeKey }: ListType): Json[] {
  if (!Array.isArray(order)) return merged;
  const keyOf = (item: Json): string => JSON.stringify(mergeKey && isObject(item) ? item[mergeKey] : item);
  const told = order.map(keyOf);
  const stood = live.map(keyOf);
  const named = merged.filter((item) => told.includes(keyOf(item)));
  const others = merged.filter((item) => !told.includes(keyOf(item)));
  named.sort((a, b) => told.indexOf(keyOf(a)) - told.indexOf(keyOf(b)));
  const result: Json[] = [];
  for (const item of named) {
    const at = stood.indexOf(keyOf(item));
    while (at >= 0 && others[0] !== undefined && stood.indexOf(keyOf(others[0])) < at)
      result.push(...others.splice(0, 1));
    result.push(item);
  }
  return [...result, ...others];
}

function isDirective(item: Json): boolean {
  return isObject(item) && '$patch' in item;
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

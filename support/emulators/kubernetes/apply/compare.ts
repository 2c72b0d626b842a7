import { isDeepStrictEqual } from 'node:util';
import { isAtomic, memberType, type Shape, shapeOf } from '../schema/schema';
import type { FieldType, ListType } from '../schema/types';
import type { Json } from '../store/kube-object';
import { FieldSet, type PathElement } from './field-set';
import { itemElement } from './list-items';

/** Which fields differ between two objects; no field is in more than one of the sets. */
export interface Comparison {
  added: FieldSet;
  modified: FieldSet;
  removed: FieldSet;
}

/** Compares two objects of a type, field by field. Follows `typed.Compare`. */
export function compare(before: Json, after: Json, type: FieldType): Comparison {
  const comparison = { added: new FieldSet(), modified: new FieldSet(), removed: new FieldSet() };
  compareValues(before, after, shapeOf(type), [], comparison);
  return comparison;
}

function compareValues(
  before: Json | undefined,
  after: Json | undefined,
  shape: Shape,
  path: PathElement[],
  result: Comparison,
): void {
  if (before === after) return;
  if (isAtomic(shape) || (isVoid(before) && isVoid(after))) {
    if (before === undefined) result.added.insert(path);
    else if (after === undefined) result.removed.insert(path);
    else if (!isDeepStrictEqual(before, after)) result.modified.insert(path);
    return;
  }
  if (shape.is === 'list') compareLists(asList(before), asList(after), shape.list, path, result);
  else compareMembers(asMap(before), asMap(after), shape, path, result);
  if (before === undefined) result.added.insert(path);
  else if (after === undefined) result.removed.insert(path);
}

function compareMembers(
  before: { [field: string]: Json },
  after: { [field: string]: Json },
  shape: Shape,
  path: PathElement[],
  result: Comparison,
): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const type = memberType(shape, field);
    if (!type) continue;
    path.push(`f:${field}`);
    compareValues(before[field], after[field], shapeOf(type), path, result);
    path.pop();
  }
}

function compareLists(
  before: Json[],
  after: Json[],
  list: ListType,
  path: PathElement[],
  result: Comparison,
): void {
  const left = grouped(list, before);
  const right = grouped(list, after);
  const shape = shapeOf(list.list);
  for (const element of new Set([...left.keys(), ...right.keys()])) {
    const [was, ...wasMore] = left.get(element) ?? [];
    const [is, ...isMore] = right.get(element) ?? [];
    path.push(element);
    if (wasMore.length === 0 && isMore.length === 0) {
      compareValues(was, is, shape, path, result);
    } else if (wasMore.length > 0 && isMore.length > 0) {
      if (!isDeepStrictEqual(left.get(element), right.get(element))) result.modified.insert(path);
    } else if (wasMore.length > 0) {
      if (is !== undefined) compareValues(undefined, is, shape, path, result);
      result.removed.insert(path);
    } else {
      if (was !== undefined) compareValues(was, undefined, shape, path, result);
      result.added.insert(path);
    }
    path.pop();
  }
}

function grouped(list: ListType, items: Json[]): Map<PathElement, Json[]> {
  const groups = new Map<PathElement, Json[]>();
  for (const item of items) {
    const element = itemElement(list, item);
    const group = groups.get(element);
    if (group) group.push(item);
    else groups.set(element, [item]);
  }
  return groups;
}

function isVoid(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

const asList = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const asMap = (value: Json | undefined): { [field: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

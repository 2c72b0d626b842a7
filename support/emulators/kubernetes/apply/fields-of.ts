import { isAtomic, memberType, type Shape, shapeOf } from '../schema/schema';
import type { FieldType } from '../schema/types';
import type { Json } from '../store/kube-object';
import { FieldSet, type PathElement } from './field-set';
import { itemElement } from './list-items';

/** All fields that a value has: what a manager owns that applies it. Follows `typed.ToFieldSet`. */
export function fieldsOf(value: Json, type: FieldType): FieldSet {
  const set = new FieldSet();
  collect(value, shapeOf(type), [], set);
  return set;
}

function collect(value: Json, shape: Shape, path: PathElement[], set: FieldSet): void {
  if (isAtomic(shape)) {
    set.insert(path);
    return;
  }
  if (value === null) return;
  if (shape.is === 'list' && Array.isArray(value)) {
    for (const item of value) {
      path.push(itemElement(shape.list, item));
      collect(item, shapeOf(shape.list.list), path, set);
      set.insert(path);
      path.pop();
    }
  } else if (typeof value === 'object' && !Array.isArray(value)) {
    collectMembers(value, shape, path, set);
  }
}

function collectMembers(
  value: { [field: string]: Json },
  shape: Shape,
  path: PathElement[],
  set: FieldSet,
): void {
  for (const [field, part] of Object.entries(value)) {
    const type = memberType(shape, field);
    if (!type) continue;
    path.push(`f:${field}`);
    collect(part, shapeOf(type), path, set);
    if (part === null || shape.is === 'map' || isEmptyMap(part)) set.insert(path);
    path.pop();
  }
}

function isEmptyMap(value: Json): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}

/** The set with the named parents of its fields added (maps and list items are not). */
export function withNamedParents(set: FieldSet, type: FieldType): FieldSet {
  const shape = shapeOf(type);
  const result = new FieldSet();
  for (const member of set.members) result.members.add(member);
  for (const [element, child] of set.children) {
    const named =
      shape.is === 'struct' && element.startsWith('f:') && memberType(shape, element.slice(2)) !== undefined;
    if (named) result.members.add(element);
    const below = typeBelow(shape, element);
    result.children.set(element, below ? withNamedParents(child, below) : child);
  }
  return result;
}

function typeBelow(shape: Shape, element: PathElement): FieldType | undefined {
  if (shape.is === 'list') return shape.list.list;
  return element.startsWith('f:') ? memberType(shape, element.slice(2)) : undefined;
}

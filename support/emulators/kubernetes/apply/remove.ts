import { isAtomic, memberType, type Shape, shapeOf } from '../schema/schema';
import type { FieldType } from '../schema/types';
import type { Json } from '../store/kube-object';
import type { FieldSet } from './field-set';
import { itemElement } from './list-items';

/** An object without the fields of a set; maps and lists that become empty go as well. Follows `typed.RemoveItems`. */
export function withoutFields(value: Json, fields: FieldSet, type: FieldType): Json {
  return remove(value, fields, shapeOf(type)) ?? {};
}

function remove(value: Json, fields: FieldSet, shape: Shape): Json | undefined {
  if (shape.is === 'scalar') return value;
  if (isAtomic(shape)) return undefined;
  if (shape.is === 'list') {
    if (!Array.isArray(value)) return undefined;
    const kept: Json[] = [];
    for (const item of value) {
      const element = itemElement(shape.list, item);
      if (fields.members.has(element)) continue;
      const below = fields.children.get(element);
      kept.push(below ? (remove(item, below, shapeOf(shape.list.list)) ?? null) : item);
    }
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return removeMembers(value, fields, shape);
}

function removeMembers(value: { [field: string]: Json }, fields: FieldSet, shape: Shape): Json | undefined {
  const kept: { [field: string]: Json } = {};
  for (const [field, part] of Object.entries(value)) {
    const element = `f:${field}`;
    if (fields.members.has(element)) continue;
    const below = fields.children.get(element);
    const type = memberType(shape, field);
    const rest = below && type ? remove(part, below, shapeOf(type)) : part;
    if (rest !== undefined) kept[field] = rest;
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

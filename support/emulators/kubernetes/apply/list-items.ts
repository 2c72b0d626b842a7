import { shapeOf } from '../schema/schema';
import type { ListType } from '../schema/types';
import type { Json } from '../store/kube-object';
import type { PathElement } from './field-set';

/** A list item that cannot be told apart from the others. */
export class UnkeyedItemError extends Error {
  override name = 'UnkeyedItemError';
}

/**
 * What identifies an item of a list whose items are merged: its keys (a left-out key has its default, `protocol` is
 * TCP), or its value in a set.
 *
 * @throws UnkeyedItemError when the item has none of the keys
 */
export function itemElement(list: ListType, item: Json | undefined): PathElement {
  if (!list.keys) {
    if (typeof item === 'object') throw new UnkeyedItemError(describe(item, 'without keys'));
    return `v:${JSON.stringify(item)}`;
  }
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new UnkeyedItemError(
      item === null
        ? 'associative list with keys may not have a null element'
        : 'associative list with keys may not have non-map elements',
    );
  }
  const shape = shapeOf(list.list);
  const defaults = shape.is === 'struct' ? shape.struct.keyDefaults : undefined;
  const keys: [string, Json][] = [];
  for (const key of [...list.keys].sort()) {
    const value = item[key] ?? defaults?.[key];
    if (value !== undefined) keys.push([key, value]);
  }
  if (keys.length === 0) {
    throw new UnkeyedItemError(
      `associative list with keys has an element that omits all key fields [${list.keys.map((key) => JSON.stringify(key)).join(' ')}] (and doesn't have default values for any key fields)`,
    );
  }
  return `k:{${keys.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

function describe(item: Json | undefined, how: string): string {
  if (item === null) return `associative list ${how} has an element that's an explicit null`;
  return Array.isArray(item)
    ? 'not supported: associative list with lists as elements'
    : `associative list ${how} has an element that's a map type`;
}

/** A list by what identifies its items; of items alike the first counts. */
export function indexItems(list: ListType, items: readonly Json[]): Map<PathElement, Json> {
  const index = new Map<PathElement, Json>();
  for (const item of items) {
    const element = itemElement(list, item);
    if (!index.has(element)) index.set(element, item);
  }
  return index;
}

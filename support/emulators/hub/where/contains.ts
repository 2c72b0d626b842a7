import { ATTRIBUTES } from './attributes';
import type { EntityKind, ExtendedRow } from './model';

/**
 * Compiles `contains=TEXT`: case-insensitive substring over the entity's string attributes and the keys and values of
 * its maps. Config data is not searched.
 */
export function compileContains(entity: EntityKind, text: string): (row: ExtendedRow) => boolean {
  const wanted = text.toLowerCase();
  const names = Object.entries(ATTRIBUTES[entity]).filter(
    ([, type]) => type === 'string' || type.endsWith('Map'),
  );
  return (row) => {
    const values = (row[entity] ?? {}) as ExtendedRow;
    return names.some(([name]) => texts(values[name]).some((value) => value.toLowerCase().includes(wanted)));
  };
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, item]) => [key, String(item)]);
}

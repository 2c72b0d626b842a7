import { encode, kindOf } from '../hub/encode';
import type { Invocation } from '../invocation';
import { listing } from './results';

interface Columns<T> {
  entity: string;
  shape: string;
  aliases: Readonly<Record<string, string>>;
  computed: Readonly<Record<string, (row: T) => string>>;
}

/** A value as one cell. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : `${value.length} items`;
  if (typeof value === 'object') {
    const keys = Object.keys(value);
    if (keys.length === 0) return 'None';
    return keys.length === 1 ? (keys[0] as string) : 'Multiple';
  }
  return value === '00000000-0000-0000-0000-000000000000' || String(value).startsWith('0001-01-01T')
    ? ''
    : String(value);
}

/** The cell at a path into a row: empty where something on the way is absent, `?` where the shape has no such field. */
function lookUp(row: Record<string, unknown>, path: string, entity: string, rowShape: string): string {
  const parts = path.split('.');
  const nested =
    kindOf(rowShape, parts[0] as string) === undefined && kindOf(entity, parts[0] as string) !== undefined;
  let shape = rowShape;
  let value: unknown = row;
  for (const part of nested ? [entity, ...parts] : parts) {
    if (value === undefined || value === null) return '';
    const kind = shape === 'm' ? 's' : kindOf(shape, part);
    if (kind === undefined) return '?';
    value = (value as Record<string, unknown>)[part];
    shape = kind;
  }
  return value === undefined && shape === 'm' ? 'None' : cell(value);
}

/** A column's header: its alias, `Label:x`, or the last part of its path in Hyphen-Case. */
function header(column: string, entity: string, aliases: Readonly<Record<string, string>>): string {
  const own = column.startsWith(`${entity}.`) ? column.slice(entity.length + 1) : column;
  if (own.startsWith('Labels.')) return `Label:${own.slice('Labels.'.length)}`;
  if (own.startsWith('Annotations.')) return `Annotation:${own.slice('Annotations.'.length)}`;
  if (own in aliases) return own;
  if (own === 'Slug') return 'Name';
  if (own.endsWith('.Slug')) return own.slice(0, -'.Slug'.length);
  const last = own.split('.').at(-1) as string;
  return last.replace(/([^A-Z])([A-Z])/g, '$1-$2').replace(/[^A-Za-z0-9]+/g, '-');
}

/** A table whose columns are paths into the rows, aliases, or computed. */
export function columnTable<T>(
  invocation: Invocation,
  rows: T[],
  columns: string[],
  { entity, shape, aliases, computed }: Columns<T>,
): string {
  const cells = rows.map((row) => {
    const encoded = encode(shape, row) as Record<string, unknown>;
    return columns.map((column) => {
      const compute = computed[column];
      return compute === undefined ? lookUp(encoded, aliases[column] ?? column, entity, shape) : compute(row);
    });
  });
  return listing(
    invocation,
    columns.map((column) => header(column, entity, aliases)),
    cells,
  );
}

import { SHAPES } from './shapes';

interface Field {
  name: string;
  optional: boolean;
  kind: string;
}

const NIL_ID = '00000000-0000-0000-0000-000000000000';
const ZERO_TIME = '0001-01-01T00:00:00Z';
const parsed = new Map<string, Field[]>();

function fieldsOf(shape: string): Field[] {
  let fields = parsed.get(shape);
  if (fields === undefined) {
    fields = (SHAPES[shape] as string)
      .trim()
      .split(/\s+/)
      .map((text) => {
        const [name = '', kind = ''] = text.split(':');
        return { name: name.replace('?', ''), optional: name.endsWith('?'), kind };
      });
    parsed.set(shape, fields);
  }
  return fields;
}

/** The kind of a field of a shape; undefined when the shape has no such field. */
export function kindOf(shape: string, field: string): string | undefined {
  return SHAPES[shape] === undefined ? undefined : fieldsOf(shape).find(({ name }) => name === field)?.kind;
}

/** A time as Go writes it: no trailing zeros in the fraction. */
function time(value: unknown): string {
  return typeof value === 'string' && value !== ''
    ? value.replace(/\.(\d*?)0+(?=Z|[+-])/, (_, digits) => (digits ? `.${digits}` : ''))
    : ZERO_TIME;
}

function scalar(kind: string, value: unknown): unknown {
  switch (kind) {
    case 's':
      return value ?? '';
    case 'n':
      return value ?? 0;
    case 'b':
      return value ?? false;
    case 'u':
      return value ?? NIL_ID;
    case 't':
      return time(value);
    default:
      return value ?? null;
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return false;
}

/** Keys in order, all the way down: how Go writes maps. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as Record<string, unknown>).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]));
}

/**
 * The value as the API's typed clients would write it: known fields only, in order, zero values where a field is required.
 * `shape` is a name of SHAPES, `[]Name` for a list, `{}Name` for a map, or `*` for anything (keys sorted).
 */
export function encode(shape: string, value: unknown): unknown {
  if (shape === '*') return sorted(value);
  if (shape.startsWith('[]'))
    return Array.isArray(value) ? value.map((item) => encode(shape.slice(2), item)) : null;
  if (value === null || value === undefined) return null;
  if (shape.startsWith('{}')) {
    const entries = Object.entries(value as Record<string, unknown>).sort(([left], [right]) =>
      left < right ? -1 : 1,
    );
    return Object.fromEntries(entries.map(([key, child]) => [key, encode(shape.slice(2), child)]));
  }
  const source = value as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const { name, optional, kind } of fieldsOf(shape)) {
    const child = source[name];
    const whole = /^[A-Z[{]/.test(kind) && kind !== 'U';
    const encoded = whole
      ? encode(kind, child)
      : kind === 'm' || kind === 'a' || kind === '*'
        ? sorted(child ?? null)
        : scalar(kind, child);
    const emptyMap = kind === 'm' && encoded !== null && Object.keys(encoded as object).length === 0;
    if (optional && (isEmpty(encoded) || emptyMap)) continue;
    result[name] = encoded;
  }
  return result;
}

import { badRequest } from '../errors/api-error';
import { checkValue, describe } from './check-value';
import { NIL_UUID, ZERO_TIME } from './entity';
import type { Fields } from './fields';

export type Values = Record<string, unknown>;

/**
 * Reads the body of a create or a PUT. Go's zero values count as absent (contract 1.5); what only the server sets is
 * checked and left out.
 * @throws ApiError 400 that names an unknown field or a wrong value
 */
export function readWhole(kind: string, fields: Fields, body: unknown, creating: boolean): Values {
  const values: Values = {};
  for (const [name, value] of entriesOf(kind, body)) {
    const field = fieldOf(kind, fields, name);
    if (isZero(value)) continue;
    const checked = checkValue(field.type, value, `${kind}.${name}`);
    if (field.setBy === 'client' || (field.setBy === 'creator' && creating))
      values[name] = withoutNulls(checked);
  }
  return values;
}

/**
 * Reads a merge patch (RFC 7386) and applies it to what the entity has. `null` takes a value away, in maps as well.
 * @throws ApiError 400 that names an unknown or unchangeable field or a wrong value
 */
export function readPatch(kind: string, fields: Fields, body: unknown, current: object): Values {
  const values: Values = {};
  for (const [name, value] of entriesOf(kind, body)) {
    const field = fieldOf(kind, fields, name);
    const before = (current as Values)[name];
    if (field.setBy !== 'client') {
      refuseChange(kind, name, value, before);
      continue;
    }
    if (value === null || value === NIL_UUID) values[name] = emptyOf(field.type);
    else if (field.type === 'labels')
      values[name] = mergeMap(before as Values, checkValue('labels', value, `${kind}.${name}`) as Values);
    else values[name] = checkValue(field.type, value, `${kind}.${name}`);
  }
  return values;
}

/** Clients echo what the server set; only another value is a wish that cannot be granted. */
function refuseChange(kind: string, name: string, value: unknown, before: unknown): void {
  if (name === 'EntityType' || isZero(value) || JSON.stringify(value) === JSON.stringify(before)) return;
  throw badRequest(`${kind}.${name} is set by the server and cannot be patched`);
}

/** The version that a PUT was read at; undefined when the client sent none. @throws ApiError 400 */
export function readVersion(kind: string, body: unknown): number | undefined {
  const version = (body as Values | undefined)?.Version;
  if (version === undefined || version === 0) return undefined;
  return checkValue('integer', version, `${kind}.Version`) as number;
}

/** @throws ApiError 400 when the body is neither absent, null nor an object */
function entriesOf(kind: string, body: unknown): Array<[string, unknown]> {
  if (body === undefined || body === null) return [];
  if (typeof body !== 'object' || Array.isArray(body))
    throw badRequest(`the body must be a ${kind} object, not ${describe(body)}`);
  return Object.entries(body);
}

function fieldOf(kind: string, fields: Fields, name: string) {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw badRequest(`unknown field ${describe(name)} of ${kind}`);
  return field;
}

function isZero(value: unknown): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  if (value === NIL_UUID || value === ZERO_TIME) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
}

function emptyOf(type: string): unknown {
  if (type === 'uuid' || type === 'any') return null;
  if (type === 'labels' || type === 'flags') return {};
  if (type === 'boolean') return false;
  if (type === 'integer') return 0;
  return '';
}

function mergeMap(before: Values, patch: Values): Values {
  return withoutNulls({ ...before, ...patch }) as Values;
}

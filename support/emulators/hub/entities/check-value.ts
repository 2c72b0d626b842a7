import { badRequest } from '../errors/api-error';
import { isUuid } from '../routing/query';
import { decodeText } from '../server/body';
import type { FieldType } from './fields';

const SLUG = /^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$/;
const MAX_SLUG = 128;
const MAX_TEXT = 64 * 1024;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

type Check = (value: unknown, name: string) => unknown;

/** Checks one value and turns it from its wire form into the form that rows have. @throws ApiError 400 naming it */
export function checkValue(type: FieldType, value: unknown, name: string): unknown {
  return CHECKS[type](value, name);
}

const CHECKS: Record<FieldType, Check> = {
  slug: (value, name) => checkSlug(text(value, name), name),
  text,
  uuid: (value, name) => {
    if (!isUuid(value)) throw badRequest(`${name} must be a UUID, not ${describe(value)}`);
    return value.toLowerCase();
  },
  integer: (value, name) => {
    if (!Number.isSafeInteger(value)) throw badRequest(`${name} must be an integer, not ${describe(value)}`);
    return value;
  },
  boolean: (value, name) => {
    if (typeof value !== 'boolean') throw badRequest(`${name} must be true or false, not ${describe(value)}`);
    return value;
  },
  time: (value, name) => {
    if (typeof value !== 'string' || !TIME.test(value))
      throw badRequest(`${name} must be an RFC 3339 time, not ${describe(value)}`);
    return value;
  },
  labels: (value, name) => eachEntry(value, name, (entry, at) => (entry === null ? null : text(entry, at))),
  flags: (value, name) => eachEntry(value, name, (entry, at) => CHECKS.boolean(entry, at)),
  ids: (value, name) => {
    if (!Array.isArray(value)) throw badRequest(`${name} must be a list of UUIDs, not ${describe(value)}`);
    return value.map((entry, at) => CHECKS.uuid(entry, `${name}[${at}]`));
  },
  base64: (value, name) => decodeBase64(value, name),
  any: (value) => value,
};

/** A slug: letters, digits, `-`, `_` and `.`, beginning and ending with a letter or digit. @throws ApiError 400 */
export function checkSlug(slug: string, name: string): string {
  if (slug.length > MAX_SLUG)
    throw badRequest(`${name} has ${slug.length} characters; at most ${MAX_SLUG} are allowed`);
  if (!SLUG.test(slug) || slug.includes('..'))
    throw badRequest(
      `${name} ${describe(slug)} is not a valid slug: use letters, digits, "-", "_" and ".", beginning and ending with a letter or digit`,
    );
  return slug;
}

/** Strict base64 of UTF-8 text. @throws ApiError 400 */
export function decodeBase64(value: unknown, name: string): string {
  if (typeof value !== 'string') throw badRequest(`${name} must be a base64 text, not ${describe(value)}`);
  if (!BASE64.test(value)) throw badRequest(`${name} is not valid base64`);
  return decodeText(Buffer.from(value, 'base64'), name);
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw badRequest(`${name} must be a text, not ${describe(value)}`);
  if (value.length > MAX_TEXT) throw badRequest(`${name} is longer than ${MAX_TEXT} characters`);
  if (value.includes('\0')) throw badRequest(`${name} must not hold a NUL character`);
  return value;
}

function eachEntry(value: unknown, name: string, check: Check): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest(`${name} must be a map, not ${describe(value)}`);
  const entries = Object.entries(value).map(([key, entry]) => {
    if (key === '' || key === '__proto__' || key.length > 256)
      throw badRequest(`${name} has a key that is not allowed: ${describe(key)}`);
    return [key, check(entry, `${name}.${key}`)];
  });
  return Object.fromEntries(entries);
}

/** A value for a message: short, with its kind when it is not a text. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  return `the ${typeof value} ${String(value)}`;
}

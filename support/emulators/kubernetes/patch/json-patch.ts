import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../store/kube-object';

/** A patch that cannot be read or carried out; the message is a sentence. */
export class PatchError extends Error {
  override name = 'PatchError';
}

interface Operation {
  op: string;
  path: string;
  from?: string;
  value?: Json;
}

const MOST_OPERATIONS = 10_000;

/**
 * Carries out a JSON patch (RFC 6902) on a copy of a document.
 *
 * @throws PatchError naming the operation that fails
 */
export function applyJsonPatch(document: Json, patch: Json[]): Json {
  if (patch.length > MOST_OPERATIONS) {
    throw new PatchError(
      `The allowed maximum operations in a JSON patch is ${MOST_OPERATIONS}, got ${patch.length}`,
    );
  }
  let result = structuredClone(document);
  for (const [index, entry] of patch.entries()) result = applyOperation(result, readOperation(entry, index));
  return result;
}

function readOperation(entry: Json, index: number): Operation {
  const operation = entry as unknown as Operation;
  if (
    typeof entry !== 'object' ||
    entry === null ||
    Array.isArray(entry) ||
    typeof operation.op !== 'string'
  ) {
    throw new PatchError(`operation ${index} of the JSON patch has no op`);
  }
  if (typeof operation.path !== 'string')
    throw new PatchError(`operation ${index} of the JSON patch has no path`);
  return operation;
}

function applyOperation(document: Json, { op, path, from, value }: Operation): Json {
  switch (op) {
    case 'add':
      return put(document, path, need(value, op, path), true);
    case 'replace':
      read(document, path, op);
      return put(document, path, need(value, op, path), false);
    case 'remove':
      return take(document, path, op);
    case 'test':
      if (isDeepStrictEqual(value ?? null, find(document, path) ?? null)) return document;
      throw new PatchError(`testing value ${path} failed: test failed`);
    case 'move': {
      const moved = read(document, from ?? '', op);
      return put(take(document, from ?? '', op), path, moved, true);
    }
    case 'copy':
      return put(document, path, structuredClone(read(document, from ?? '', op)), true);
    default:
      throw new PatchError(`Unexpected kind: ${op}`);
  }
}

function need(value: Json | undefined, op: string, path: string): Json {
  if (value === undefined) throw new PatchError(`the ${op} operation at ${path} has no value`);
  return value;
}

function steps(path: string): string[] {
  if (path === '') return [];
  if (!path.startsWith('/')) throw new PatchError(`the path ${JSON.stringify(path)} does not begin with /`);
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function child(parent: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(parent)) return /^(0|[1-9]\d*)$/.test(step) ? parent[Number(step)] : undefined;
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, step)
    ? parent[step]
    : undefined;
}

function find(document: Json, path: string): Json | undefined {
  let value: Json | undefined = document;
  for (const step of steps(path)) value = child(value, step);
  return value;
}

function read(document: Json, path: string, op: string): Json {
  const value = find(document, path);
  if (value !== undefined) return value;
  const step = steps(path).pop() ?? '';
  throw new PatchError(
    `${op} operation does not apply: doc is missing key: ${path}: missing value (${step})`,
  );
}

function parentOf(document: Json, path: string, op: string): [Json[] | { [field: string]: Json }, string] {
  const all = steps(path);
  const last = all.pop() ?? '';
  let parent: Json | undefined = document;
  for (const step of all) parent = child(parent, step);
  if (typeof parent !== 'object' || parent === null) {
    throw new PatchError(
      `${op} operation does not apply: doc is missing path: ${JSON.stringify(path)}: missing value`,
    );
  }
  return [parent, last];
}

function put(document: Json, path: string, value: Json, insert: boolean): Json {
  if (path === '') return value;
  const [parent, step] = parentOf(document, path, insert ? 'add' : 'replace');
  if (!Array.isArray(parent)) {
    Object.defineProperty(parent, step, { value, enumerable: true, writable: true, configurable: true });
    return document;
  }
  const index = step === '-' ? parent.length : Number(step);
  if (!/^(-|0|[1-9]\d*)$/.test(step) || index > parent.length) {
    throw new PatchError(
      `add operation does not apply: doc is missing path: ${JSON.stringify(path)}: invalid index`,
    );
  }
  parent.splice(index, insert ? 0 : 1, value);
  return document;
}

function take(document: Json, path: string, op: string): Json {
  read(document, path, op);
  const [parent, step] = parentOf(document, path, op);
  if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else delete parent[step];
  return document;
}

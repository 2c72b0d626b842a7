import type { Json } from '../store/kube-object';

/** A JSON merge patch (RFC 7386): objects are merged, null takes a field away, everything else replaces. */
export function applyMergePatch(document: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: { [field: string]: Json } = isObject(document) ? { ...document } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete result[field];
    else {
      const merged = applyMergePatch(result[field], value);
      Object.defineProperty(result, field, {
        value: merged,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
  }
  return result;
}

function isObject(value: Json | undefined): value is { [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

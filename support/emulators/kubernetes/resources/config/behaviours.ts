import { isDeepStrictEqual } from 'node:util';
import { type FieldError, forbiddenField, invalid } from '../../status/field-error';
import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';

interface DataHolder extends KubeObject {
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
  stringData?: Record<string, string>;
  immutable?: boolean;
  type?: string;
}

const LIMIT = 1024 * 1024;
const KEY_RULE =
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
const holder = (object: KubeObject): DataHolder => object as DataHolder;

function dataProblems({ data = {}, binaryData = {} }: DataHolder): FieldError[] {
  const errors = [...keyProblems(data, 'data'), ...keyProblems(binaryData, 'binaryData')];
  const size = [...Object.values(data), ...Object.values(binaryData)].reduce(
    (sum, value) => sum + value.length,
    0,
  );
  if (size > LIMIT)
    errors.push({ field: '', type: 'TooLong', detail: `may not be more than ${LIMIT} bytes` });
  return errors;
}

function keyProblems(data: Record<string, string>, field: string): FieldError[] {
  return Object.keys(data).flatMap((key) => {
    const at = `${field}[${key}]`;
    if (key === '.' || key === '..') return [invalid(at, key, `must not be '${key}'`)];
    if (key.length > 253) return [invalid(at, key, 'must be no more than 253 characters')];
    return /^[-._a-zA-Z0-9]+$/.test(key) ? [] : [invalid(at, key, KEY_RULE)];
  });
}

function immutableProblems(object: DataHolder, before: DataHolder): FieldError[] {
  if (!before.immutable) return [];
  const why = 'field is immutable when `immutable` is set';
  const errors: FieldError[] = [];
  if (!object.immutable) errors.push(forbiddenField('immutable', why));
  if (!isDeepStrictEqual(object.data, before.data)) errors.push(forbiddenField('data', why));
  return errors;
}

/** ConfigMaps. */
export const configmaps: Behaviour = {
  validate: (object) => dataProblems(holder(object)),
  validateUpdate: (object, before) => immutableProblems(holder(object), holder(before)),
};

/** Secrets: `stringData` goes into `data`, which cannot be read back as text. */
export const secrets: Behaviour = {
  setDefaults(object) {
    const secret = holder(object);
    secret.type ??= 'Opaque';
    if (!secret.stringData) return;
    const encoded = Object.entries(secret.stringData).map(([key, text]) => [
      key,
      Buffer.from(text).toString('base64'),
    ]);
    secret.data = { ...secret.data, ...Object.fromEntries(encoded) };
    delete secret.stringData;
  },
  validate: (object) => dataProblems(holder(object)),
  validateUpdate(object, before) {
    const changed = holder(object).type !== holder(before).type;
    const typeErrors = changed ? [invalid('type', holder(object).type, 'field is immutable')] : [];
    return [...typeErrors, ...immutableProblems(holder(object), holder(before))];
  },
};

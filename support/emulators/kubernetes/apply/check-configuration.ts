import { memberType, type Shape, shapeOf } from '../schema/schema';
import type { FieldType, ScalarType } from '../schema/types';
import type { Json } from '../store/kube-object';
import { pathText } from './field-set';
import { itemElement, UnkeyedItemError } from './list-items';

/**
 * What is wrong with an applied configuration for its type: fields that the type does not have, wrong types, list
 * items alike. Sentences as `typed.AsTyped` words them; empty when all is well.
 */
export function checkConfiguration(value: Json, type: FieldType): string[] {
  return check(value, shapeOf(type), '');
}

function check(value: Json, shape: Shape, path: string): string[] {
  if (value === null) return [];
  if (shape.is === 'scalar') return checkScalar(value, shape.scalar, path);
  if (shape.is === 'list') {
    if (!Array.isArray(value)) return [`${path}: expected list, got ${goValue(value)}`];
    return checkItems(value, shape, path);
  }
  if (typeof value !== 'object' || Array.isArray(value))
    return [`${path}: expected map, got ${goValue(value)}`];
  return Object.entries(value).flatMap(([field, part]) => {
    const fieldPath = `${path}.${field}`;
    const memberOf = memberType(shape, field);
    if (!memberOf) return [`${fieldPath}: field not declared in schema`];
    return check(part, shapeOf(memberOf), fieldPath);
  });
}

function checkItems(value: Json[], shape: Extract<Shape, { is: 'list' }>, path: string): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const merged = shape.list.keys !== undefined || shape.list.set === true;
  for (const [index, item] of value.entries()) {
    let element = `i:${index}`;
    if (merged) {
      try {
        element = itemElement(shape.list, item);
      } catch (error) {
        if (!(error instanceof UnkeyedItemError)) throw error;
        return [...problems, `${path}: element ${index}: ${error.message}`];
      }
      if (seen.has(element)) problems.push(`${path}: duplicate entries for key ${pathText([element])}`);
      seen.add(element);
    }
    problems.push(...check(item, shapeOf(shape.list.list), `${path}${pathText([element])}`));
  }
  return problems;
}

const NUMERIC: readonly ScalarType[] = ['int32', 'int64', 'number'];
const TEXTUAL: readonly ScalarType[] = ['string', 'bytes', 'time'];

function checkScalar(value: Json, scalar: ScalarType, path: string): string[] {
  if (scalar === 'any') return [];
  if (NUMERIC.includes(scalar) && typeof value !== 'number') {
    return [`${path}: expected numeric (int or float), got ${goType(value)}`];
  }
  if (scalar === 'boolean' && typeof value !== 'boolean')
    return [`${path}: expected boolean, got ${goValue(value)}`];
  if (TEXTUAL.includes(scalar) && typeof value !== 'string') {
    return [`${path}: expected string, got &value.valueUnstructured{Value:${goValue(value)}}`];
  }
  if (typeof value === 'object') return [`${path}: expected any scalar, got ${goValue(value)}`];
  return [];
}

function goType(value: Json): string {
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

const goValue = (value: Json): string => JSON.stringify(value);

/** The sentences as one, as the API server joins them. */
export function joinProblems(problems: string[]): string {
  return problems.length === 1
    ? (problems[0] ?? '')
    : ['errors:', ...problems.map((line) => `  ${line}`)].join('\n');
}

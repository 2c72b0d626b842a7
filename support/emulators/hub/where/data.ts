import { imageParts } from '../config-data/image-parts';
import { ConfigDataError, parseConfig, type Resource } from '../config-data/index';
import { parseQuantity } from '../config-data/quantity';
import { type ResolvedPlace, resolvePath } from '../config-data/resolve-path';
import type { TreeNode } from '../config-data/tree';
import { type Comparable, comparison, listTest, patternTest } from './operators';
import { type DataRelation, parseDataExpression } from './parse-data';

/** Whether one resource fulfils an expression, and values that could not be compared. */
export interface DataMatch {
  matches: boolean;
  errors: string[];
}

/**
 * Compiles a `where-data` over config data: it matches a unit that has a resource of the type for which every
 * condition holds at one of its places. Without type (or "*") every resource is asked. Throws QueryError.
 */
export function compileWhereData(expression: string, resourceType?: string): (data: string) => boolean {
  const matches = compileResourceMatch(expression);
  return (data) =>
    resources(data).some((resource) => isOfType(resource, resourceType) && matches(resource).matches);
}

/** The same for one resource, with the type errors that a filter leaves out. */
export function compileResourceMatch(expression: string): (resource: Resource) => DataMatch {
  const checks = parseDataExpression(expression).map(compileRelation);
  return (resource) => {
    const results = checks.map((check) => check(resource));
    return {
      matches: results.every(({ matches }) => matches),
      errors: results.flatMap(({ errors }) => errors),
    };
  };
}

/** Whether a resource is of a type; none and "*" take all. */
export function isOfType(resource: Resource, resourceType: string | undefined): boolean {
  return !resourceType || resourceType === '*' || resource.type === resourceType;
}

function resources(data: string): Resource[] {
  try {
    return parseConfig(data);
  } catch (error) {
    if (error instanceof ConfigDataError) return [];
    throw error;
  }
}

function compileRelation(relation: DataRelation): (resource: Resource) => DataMatch {
  const test = compileTest(relation);
  const { path, optional, part, operator } = relation;
  return (resource) => {
    if (path === 'ConfigHub.ResourceType') return test(resource.type, path);
    if (path === 'ConfigHub.ResourceName') return test(resource.name, path);
    const results = resolvePath(resource.root, path).flatMap((place) => {
      const found = optional === undefined ? [place] : resolvePath(place.entry.value, optional);
      if (found.length === 0) return [{ matches: operator === '!=', errors: [] }];
      return found.map((target) => test(partOf(target.entry.value, part), placeName(place, optional, part)));
    });
    return {
      matches: results.some(({ matches }) => matches),
      errors: results.flatMap(({ errors }) => errors),
    };
  };
}

function placeName(
  { segments }: ResolvedPlace,
  optional: string | undefined,
  part: string | undefined,
): string {
  return (
    segments.join('.') +
    (optional === undefined ? '' : `.${optional}`) +
    (part === undefined ? '' : `#${part}`)
  );
}

function partOf(node: TreeNode, part: string | undefined): unknown {
  if (node.kind !== 'scalar') return node;
  if (part === undefined || typeof node.value !== 'string') return node.value;
  const { uri, reference } = imageParts(node.value) ?? { uri: '', reference: '' };
  if (part === 'uri') return uri;
  return part === 'reference' ? reference : '';
}

const QUANTITY_PATH = /\.resources\.(?:requests|limits)\.[a-z]+$/;

function compileTest({
  path,
  optional,
  operator,
  operand,
}: DataRelation): (value: unknown, place: string) => DataMatch {
  const isQuantity = QUANTITY_PATH.test(optional === undefined ? path : `${path}.${optional}`);
  const wanted = Array.isArray(operand) ? undefined : operand.type;
  const test = operandTest(operator, operand, isQuantity);
  return (value, place) => {
    if (wanted === undefined) return { matches: isScalar(value) && test(value), errors: [] };
    const type = typeOf(value);
    if (type === wanted) return { matches: test(value as Comparable), errors: [] };
    return {
      matches: false,
      errors: [`value ${shownValue(value)} at path ${place} is of type ${type} but expected ${wanted}`],
    };
  };
}

function operandTest(
  operator: string,
  operand: DataRelation['operand'],
  isQuantity: boolean,
): (value: Comparable) => boolean {
  if (Array.isArray(operand)) {
    const inList = listTest(
      operator,
      operand.map(({ value }) => String(value)),
    );
    return (value) => inList(String(value));
  }
  const quantity = isQuantity ? quantityTest(operator, String(operand.value)) : undefined;
  if (quantity) return quantity;
  const compare = comparison(operator, operand.type);
  if (compare) return (value) => compare(value, operand.value);
  const pattern = operand.type === 'string' ? patternTest(operator, operand.value) : undefined;
  return (value) => pattern?.(String(value)) ?? false;
}

function quantityTest(operator: string, literal: string): ((value: Comparable) => boolean) | undefined {
  const compare = comparison(operator, 'int');
  const wanted = parseQuantity(literal);
  if (!compare || !wanted) return undefined;
  return (value) => {
    const found = parseQuantity(String(value));
    return found !== undefined && compare(found.amount, wanted.amount);
  };
}

function isScalar(value: unknown): value is Comparable {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function typeOf(value: unknown): string {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'boolean') return 'bool';
  return value === null ? 'null' : (value as TreeNode).kind;
}

function shownValue(value: unknown): string {
  return isScalar(value) ? String(value) : '';
}

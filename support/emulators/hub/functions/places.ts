import { addValue, setScalar } from '../config-data/edit';
import { imageParts } from '../config-data/image-parts';
import type { Resource } from '../config-data/index';
import { type ResolvedPlace, resolvePath } from '../config-data/resolve-path';
import { type Collection, entryOf, type MapNode, type TreeFile } from '../config-data/tree';
import { type AttributeDetails, type AttributeValue, attributeValue, dataType } from './attribute-values';
import { type Call, FunctionError } from './definition';

export type ScalarType = 'string' | 'int' | 'bool';
type Value = string | number | boolean;

/** Where a value stands: resources of some types, a path that may name a part of the text with `#`. */
export interface Target {
  resource: Resource;
  path: string;
  type: ScalarType;
}

/** The values at a path. Throws FunctionError for a value of another type. */
export function readPlaces(target: Target, attribute: string, info?: AttributeDetails): AttributeValue[] {
  const { resource, type } = target;
  const [path = '', part] = target.path.split('#');
  return resolvePath(resource.root, path).map(({ segments, entry }) => {
    const value = entry.value.kind === 'scalar' ? entry.value.value : null;
    const place = segments.join('.');
    if (value === null) throw new FunctionError(`value at path ${place} is no ${type}`);
    if (dataType(value) !== type) {
      throw new FunctionError(
        `value ${value} at path ${place} is of type ${dataType(value)} but expected ${type}`,
      );
    }
    const shown = part === undefined ? value : partOf(String(value), part);
    return attributeValue({
      resource,
      segments,
      entry,
      value: shown,
      attribute,
      ...(info ? { info } : {}),
      ...(part ? { part } : {}),
    });
  });
}

/** Sets the values at a path, in place; `create` adds what is missing when the path names one place. */
export function writePlaces(call: Call, target: Target, value: Value, create: boolean): void {
  const [path = '', part] = target.path.split('#');
  const places = resolvePath(target.resource.root, path);
  if (places.length === 0 && create && part === undefined) {
    createPlace(call.file, target.resource.root, path, value);
    return;
  }
  for (const place of places) writePlace(call, place, target.type, part, value);
}

function writePlace(
  call: Call,
  place: ResolvedPlace,
  type: ScalarType,
  part: string | undefined,
  value: Value,
): void {
  const { entry, parent, segments } = place;
  const old = entry.value.kind === 'scalar' ? entry.value.value : undefined;
  if (old !== null && (old === undefined || dataType(old) !== type)) {
    call.fail(`value ${shownValue(old)} at path ${segments.join('.')} cannot be converted to ${type}`);
    return;
  }
  const parts = part === undefined ? undefined : imageParts(String(old));
  if (part !== undefined && (!parts || partOf(String(old), part) === '')) {
    call.fail(`embedded field ${part} not found at path ${segments.join('.')}`);
    return;
  }
  const next =
    parts === undefined ? value : part === 'uri' ? `${value}${parts.reference}` : `${parts.uri}${value}`;
  if (next !== old) setScalar(parent, entry, next, call.file);
}

/** Adds maps on the way to a path of plain keys; a path into a list or through a scalar leads nowhere. */
function createPlace(file: TreeFile, root: MapNode, path: string, value: Value): void {
  const keys = path
    .split('.')
    .map((segment) => segment.replace(/^@([^:]*)(:.*)?$/, '$1').replaceAll('~1', '.'));
  let parent: Collection = root;
  for (const [position, key] of keys.entries()) {
    if (parent.kind === 'list' || /^[?*]/.test(key)) return;
    const entry = entryOf(parent, key);
    if (entry === undefined) {
      const rest = keys.slice(position + 1);
      addValue(
        parent,
        key,
        rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value),
        file,
      );
      return;
    }
    if (entry.value.kind === 'scalar') return;
    parent = entry.value;
  }
}

/** The part of an image behind `#`: its uri or its reference; '' when there is none. */
function partOf(text: string, part: string): string {
  return part === 'uri' || part === 'reference' ? (imageParts(text)?.[part] ?? '') : '';
}

function shownValue(value: Value | undefined): string {
  return value === undefined ? '(a map or list)' : String(value);
}

import { commentOf } from '../config-data/comments';
import type { Resource } from '../config-data/index';
import { joinPath } from '../config-data/paths';
import type { Entry } from '../config-data/tree';

interface BoundFunction {
  FunctionName: string;
  Arguments: { ParameterName?: string; Value: unknown }[] | null;
}

/** How a value is read and written again; what links match needed and provided values by. */
export interface AttributeDetails {
  GetterInvocation?: BoundFunction;
  SetterInvocations?: BoundFunction[];
}

/** One value at one place of a resource, as getters answer it. */
export interface AttributeValue {
  ResourceName: string;
  ResourceNameWithoutScope: string;
  ResourceType: string;
  ResourceCategory: 'Resource';
  Path: string;
  AttributeName: string;
  DataType: 'string' | 'int' | 'bool';
  Info?: AttributeDetails;
  Value: string | number | boolean;
  Comment?: string;
}

interface Found {
  resource: Resource;
  segments: readonly string[];
  entry: Entry;
  value: string | number | boolean;
  attribute: string;
  info?: AttributeDetails;
  /** The part behind `#`, when the value is one. */
  part?: string;
}

/** The wire form of a found value. */
export function attributeValue({
  resource,
  segments,
  entry,
  value,
  attribute,
  info,
  part,
}: Found): AttributeValue {
  const comment = commentOf(entry).trim();
  return {
    ResourceName: resource.name,
    ResourceNameWithoutScope: resource.nameWithoutScope,
    ResourceType: resource.type,
    ResourceCategory: 'Resource',
    Path: joinPath(segments) + (part === undefined ? '' : `#${part}`),
    AttributeName: attribute,
    DataType: dataType(value),
    ...(info ? { Info: info } : {}),
    Value: value,
    ...(comment === '' ? {} : { Comment: comment }),
  };
}

/** By type, name and path, the order in which ConfigHub answers. */
export function sorted(values: AttributeValue[]): AttributeValue[] {
  const key = (value: AttributeValue): string[] => [value.ResourceType, value.ResourceName, value.Path];
  return values.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    const differs = left.findIndex((text, position) => text !== right[position]);
    return differs < 0 ? 0 : (left[differs] as string) < (right[differs] as string) ? -1 : 1;
  });
}

/** ConfigHub's name of a value's type. */
export function dataType(value: string | number | boolean): 'string' | 'int' | 'bool' {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'int' : 'bool';
}

import type { Resource } from '../config-data/index';
import { type AttributeDetails, sorted } from './attribute-values';
import {
  type ArgumentValue,
  type Call,
  type FunctionDefinition,
  mutating,
  parameter,
  reading,
} from './definition';
import type { FunctionParameter } from './model';
import { readPlaces, type ScalarType, writePlaces } from './places';

/** A pair of functions, set-X and get-X, for a value that stands at known paths of some resource types. */
export interface PathFamily {
  /** "replicas" makes set-replicas and get-replicas. */
  name: string;
  /** What is read or written, after the verb: " the replicas for workload controllers". */
  about: string;
  /** Those that select the place; their descriptions end where "set" or "get" is added. */
  selectors: FunctionParameter[];
  value: FunctionParameter;
  attribute: string;
  types: string[];
  /** The paths in a resource for the selectors given. */
  paths(resource: Resource, selectors: string[]): string[];
  create?: boolean;
  /** How links write the value, when not by the setter of this family. */
  info?(selectors: string[]): AttributeDetails;
}

/** The definitions of a family, setter first. */
export function pathFunctions(family: PathFamily): FunctionDefinition[] {
  const { name, about, selectors, value, attribute, types } = family;
  const outline = { attribute, types, visitor: true };
  const withVerb = (verb: string): FunctionParameter[] =>
    selectors.map((selector) => ({ ...selector, Description: selector.Description + verb }));
  const setter = mutating(
    `set-${name}`,
    { ...outline, description: `Set${about}`, parameters: [...withVerb('set'), value] },
    (call) => set(family, call),
  );
  const getter = reading(
    `get-${name}`,
    {
      ...outline,
      description: `Get${about}`,
      parameters: withVerb('get'),
      output: { type: 'AttributeValueList', name: value.ParameterName, description: value.Description },
    },
    (call) => get(family, call),
  );
  return [setter, getter];
}

function set(family: PathFamily, call: Call): void {
  const selectors = call.args.slice(0, -1).map(String);
  const value = call.args.at(-1) as ArgumentValue;
  for (const resource of call.resources) {
    for (const path of family.paths(resource, selectors)) {
      writePlaces(
        call,
        { resource, path, type: family.value.DataType as ScalarType },
        value,
        family.create ?? false,
      );
    }
  }
}

function get(family: PathFamily, call: Call): unknown {
  const selectors = call.args.map(String);
  const info = family.info?.(selectors) ?? boundPair(family, selectors);
  return sorted(
    call.resources.flatMap((resource) =>
      family
        .paths(resource, selectors)
        .flatMap((path) =>
          readPlaces({ resource, path, type: family.value.DataType as ScalarType }, family.attribute, info),
        ),
    ),
  );
}

function boundPair({ name, selectors: parameters }: PathFamily, selectors: string[]): AttributeDetails {
  const args = parameters.map(({ ParameterName }, position) => ({
    ParameterName,
    Value: selectors[position] ?? '',
  }));
  const Arguments = args.length > 0 ? args : null;
  return {
    GetterInvocation: { FunctionName: `get-${name}`, Arguments },
    SetterInvocations: [{ FunctionName: `set-${name}`, Arguments }],
  };
}

/** The container-name parameter of a family, with what is done to it. */
export function containerName(about: string): FunctionParameter {
  return parameter('container-name', `Name of the container whose ${about} to `, 'string', {
    Example: 'cert-manager-controller',
    Regexp: CONTAINER_NAME,
  });
}

/** Names of containers; * means all. */
export const CONTAINER_NAME = '^\\*|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$';

import type { Resource } from '../config-data/index';
import { rootText } from '../config-data/snippet';
import { plainValue } from '../config-data/tree';
import { type FunctionDefinition, parameter, reading } from './definition';

const BODIES: Record<string, (resource: Resource) => string> = {
  yaml: ({ root }) => rootText(root),
  none: () => '',
  json: ({ root }) => JSON.stringify(plainValue(root), sortKeys),
  native: ({ root }) => rootText(root),
};

/** Keys in alphabetical order, as ConfigHub writes JSON. */
function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function info({ type, name, nameWithoutScope }: Resource) {
  return {
    ResourceName: name,
    ResourceNameWithoutScope: nameWithoutScope,
    ResourceType: type,
    ResourceCategory: 'Resource',
  };
}

const getResources = reading(
  'get-resources',
  {
    description: 'Returns a list of resources and their types',
    parameters: [
      {
        ...parameter(
          'body',
          'Format for resource body output: yaml (default), none, json, or native',
          'enum',
          {
            Example: 'yaml',
            EnumValues: Object.keys(BODIES),
          },
        ),
        Required: false,
      },
    ],
    output: {
      type: 'ResourceList',
      name: 'resource',
      description: 'Return the names, types, and bodies of the resources',
    },
  },
  ({ args: [format = 'yaml'], resources }) =>
    resources.map((resource) => {
      const ResourceBody = BODIES[String(format)]?.(resource);
      return { ...info(resource), ...(ResourceBody ? { ResourceBody } : {}) };
    }),
);

const getResourcesOfType = reading(
  'get-resources-of-type',
  {
    description: 'Returns a list of resources of the specified type',
    parameters: [parameter('resource-type', 'Type ([Group/]Version/Kind) of the resources to return')],
    output: {
      type: 'ResourceInfoList',
      name: 'resource-name',
      description: 'Return the names of resources of the specified type',
    },
  },
  ({ args: [type], resources }) => resources.filter((resource) => resource.type === type).map(info),
);

/** Functions that list resources. */
export const resourceFunctions: FunctionDefinition[] = [getResources, getResourcesOfType];

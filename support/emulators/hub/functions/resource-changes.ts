import { insertDocument, removeDocument, replaceDocument } from '../config-data/documents';
import { ConfigDataError } from '../config-data/errors';
import { openConfig, type Resource } from '../config-data/index';
import { type Call, type FunctionDefinition, FunctionError, mutating, parameter } from './definition';

interface ListedResource {
  ResourceType?: unknown;
  ResourceName?: unknown;
  ResourceBody?: unknown;
}

const deleteResource = mutating(
  'delete-resource',
  {
    description: 'Remove the specified resource from the configuration data',
    parameters: identifiers('delete'),
    idempotent: false,
  },
  ({ args: [type, name], resources, file }) => {
    const position = find(resources, String(type), String(name));
    if (position < 0) throw new FunctionError(`resource with type ${type} and name ${name} not found`);
    removeDocument(file, position);
  },
);

const upsertResource = mutating(
  'upsert-resource',
  {
    description:
      'Append the resource if it is not present or replace the existing resource if it is already present in the configuration data',
    parameters: [
      parameter('resource-list', 'ResourceList containing the resource to upsert', 'ResourceList'),
      ...identifiers('upsert'),
    ],
  },
  (call) => {
    const [list, type, name] = call.args.map(String) as [string, string, string];
    const document = readBody(wanted(parseList(list), type, name)).file.documents[0];
    if (!document) throw new FunctionError('failed to parse resource body: it holds no resource');
    const position = find(call.resources, type, name);
    if (position < 0) insertDocument(call.file, { ...document, prefix: '' }, call.file.documents.length);
    else replaceDocument(call.file, position, document);
  },
);

function identifiers(verb: string) {
  return [
    parameter('resource-type', `Type ([Group/]Version/Kind) of the resource to ${verb}`),
    parameter('resource-name', `Name of the resource to ${verb}`),
  ];
}

function find(resources: Call['resources'], type: string, name: string): number {
  return resources.findIndex(
    (resource: Resource) => resource.type === type && resource.nameWithoutScope === bare(name),
  );
}

/** A name without its namespace: "ns/name" and "name" mean the same. */
function bare(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

function parseList(text: string): ListedResource[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new FunctionError(`failed to unmarshal resource-list argument: ${(error as Error).message}`);
  }
  if (!Array.isArray(list))
    throw new FunctionError('failed to unmarshal resource-list argument: it is no list');
  if (list.length === 0) throw new FunctionError('resource-list cannot be empty');
  return list as ListedResource[];
}

function wanted(list: ListedResource[], type: string, name: string): ListedResource {
  const found = list.find(
    (item) => item?.ResourceType === type && bare(String(item.ResourceName)) === bare(name),
  );
  if (found) return found;
  throw new FunctionError(`resource with type ${type} and name ${name} not found in resource-list`);
}

function readBody({ ResourceBody }: ListedResource) {
  try {
    return openConfig(String(ResourceBody ?? ''));
  } catch (error) {
    if (!(error instanceof ConfigDataError)) throw error;
    throw new FunctionError(`failed to parse resource body: ${error.message}`);
  }
}

/** Functions that add, replace and remove whole resources. */
export const resourceChanges: FunctionDefinition[] = [deleteResource, upsertResource];

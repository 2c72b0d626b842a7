import { ConfigDataError } from './errors';
import { childOf, type MapNode, plainValue, stringAt, type TreeDocument, type TreeFile } from './tree';

/** One Kubernetes object of a unit: type "apps/v1/Deployment", name "ns/name" ("/name" without namespace). */
export interface Resource {
  type: string;
  name: string;
  nameWithoutScope: string;
  /** 1-based line of its first key. */
  line: number;
  root: MapNode;
  document: TreeDocument;
  /** Plain JavaScript value of the object; made when asked. */
  readonly value: Record<string, unknown>;
}

/** The resources of a file in order. Throws ConfigDataError for a document that is no Kubernetes object or a twin. */
export function resourcesOf(file: TreeFile): Resource[] {
  const resources = file.documents.map(toResource);
  const lines = new Map<string, number>();
  for (const { type, name, line } of resources) {
    const key = `${type} ${name.replace(/^\//, '')}`;
    const first = lines.get(key);
    if (first !== undefined) {
      throw new ConfigDataError(
        `${key} is there twice, first in line ${first}; a unit holds each resource once`,
        line,
      );
    }
    lines.set(key, line);
  }
  return resources;
}

/** The resource that a document holds. Throws ConfigDataError. */
export function toResource(document: TreeDocument): Resource {
  const { root, line } = document;
  if (root.kind !== 'map') {
    throw new ConfigDataError(
      `not a Kubernetes object: expected a map with apiVersion, kind and metadata`,
      line,
    );
  }
  const metadata = childOf(root, 'metadata');
  const apiVersion = required(stringAt(root, 'apiVersion'), 'apiVersion', line);
  const kind = required(stringAt(root, 'kind'), 'kind', line);
  const name = required(stringAt(metadata, 'name'), 'metadata.name', line);
  return {
    type: `${apiVersion}/${kind}`,
    name: `${stringAt(metadata, 'namespace') ?? ''}/${name}`,
    nameWithoutScope: name,
    line,
    root,
    document,
    get value(): Record<string, unknown> {
      return plainValue(root) as Record<string, unknown>;
    },
  };
}

function required(value: string | undefined, path: string, line: number): string {
  if (value !== undefined && value !== '') return value;
  throw new ConfigDataError(`not a Kubernetes object: ${path} is missing or no string`, line);
}

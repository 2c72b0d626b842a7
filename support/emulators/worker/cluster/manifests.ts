import { parseAllDocuments, stringify } from 'yaml';
import type { KubeObject } from './kube-object';

/**
 * The objects in a unit's configuration data: YAML documents, or Lists of objects.
 *
 * @throws Error when the text is no YAML, or a document in it no Kubernetes object
 */
export function parseObjects(data: string): KubeObject[] {
  const documents = parseAllDocuments(data);
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const problem = document.errors[0];
    if (problem) throw new Error(`failed to parse YAML resources: ${problem.message}`);
    return objectsIn(document.toJS());
  });
}

function objectsIn(value: unknown): KubeObject[] {
  if (value === null || value === undefined) return [];
  const object = value as Partial<KubeObject>;
  if (typeof object.kind === 'string' && object.kind.endsWith('List') && Array.isArray(object.items))
    return object.items.flatMap(objectsIn);
  if (!object.apiVersion || !object.kind || !object.metadata?.name)
    throw new Error(
      'failed to parse YAML resources: a document is no Kubernetes object, it needs apiVersion, kind and metadata.name',
    );
  return [object as KubeObject];
}

/** Objects as YAML documents with sorted keys, and no line break at the end, as ConfigHub's worker writes them. */
export function objectsToYaml(objects: KubeObject[]): string {
  return objects
    .map((object) => stringify(object, { sortMapEntries: true, indentSeq: false, lineWidth: 0 }))
    .join('---\n')
    .trimEnd();
}

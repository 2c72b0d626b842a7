import { type Document, parseAllDocuments } from 'yaml';
import { ConfigDataError } from './errors';

export { contentHash } from './content-hash';
export { ConfigDataError } from './errors';

/** One Kubernetes object of a unit: type "apps/v1/Deployment", name "ns/name" ("/name" without namespace). */
export interface Resource {
  type: string;
  name: string;
  nameWithoutScope: string;
  /** Plain JavaScript value of the object. */
  value: Record<string, unknown>;
  /** 1-based line of its first key. */
  line: number;
}

/** The resources of a unit in order; empty documents are skipped. Throws ConfigDataError. */
export function parseConfig(data: string): Resource[] {
  const parsed = parseAllDocuments(data);
  const documents: Document.Parsed[] = 'empty' in parsed ? [] : parsed;
  return documents.filter((document) => document.contents !== null).map(toResource);
}

function toResource(document: Document.Parsed): Resource {
  const [error] = document.errors;
  if (error)
    throw new ConfigDataError(`not valid YAML: ${error.message.split('\n')[0]}`, error.linePos?.[0].line);
  const value = document.toJS() as Record<string, unknown>;
  const metadata = value?.metadata as Record<string, unknown> | undefined;
  if (!value?.apiVersion || !value.kind || !metadata?.name) {
    throw new ConfigDataError('not a Kubernetes object: it needs apiVersion, kind and metadata.name');
  }
  return {
    type: `${value.apiVersion}/${value.kind}`,
    name: `${metadata.namespace ?? ''}/${metadata.name}`,
    nameWithoutScope: String(metadata.name),
    value,
    line: 1,
  };
}

/** Accepts config data that holds at least one Kubernetes object and nothing else; else throws ConfigDataError. */
export function validateConfig(data: string): void {
  if (parseConfig(data).length === 0) throw new ConfigDataError('config data holds no Kubernetes object');
}

import { cloneFile } from './clone';
import { ConfigDataError } from './errors';
import { readFile } from './read';
import { type Resource, resourcesOf } from './resources';
import type { TreeFile } from './tree';

export { contentHash } from './content-hash';
export { ConfigDataError } from './errors';
export type { Resource } from './resources';

interface ParsedConfig {
  file: TreeFile;
  resources: Resource[];
}

const CACHED_TEXTS = 64;
const CACHED_LENGTH = 64 * 1024;
const parsed = new Map<string, ParsedConfig>();

/** The resources of a unit in order; documents without content are skipped. Not to be changed. Throws ConfigDataError. */
export function parseConfig(data: string): Resource[] {
  return parseOnce(data).resources;
}

/** A unit's data opened for changes; print it with printFile. Throws ConfigDataError. */
export function openConfig(data: string): ParsedConfig {
  const file = cloneFile(parseOnce(data).file);
  return { file, resources: resourcesOf(file) };
}

/** Accepts data that holds at least one Kubernetes object and nothing else; else throws ConfigDataError. */
export function validateConfig(data: string): void {
  if (parseConfig(data).length === 0) {
    throw new ConfigDataError('config data holds no Kubernetes object (apiVersion, kind, metadata.name)');
  }
}

/** The same text is met again and again (head, upstream, filters), so what it means is remembered. */
function parseOnce(data: string): ParsedConfig {
  const known = parsed.get(data);
  if (known) return known;
  const file = readFile(data);
  const result = { file, resources: resourcesOf(file) };
  if (data.length > CACHED_LENGTH) return result;
  parsed.set(data, result);
  const [oldest] = parsed.keys();
  if (parsed.size > CACHED_TEXTS && oldest !== undefined) parsed.delete(oldest);
  return result;
}

import { objectsIn } from './config';

/** A value that differs between two versions of config data. */
export interface Difference {
  /** `Deployment trade-service: spec.replicas` */
  path: string;
  /** Undefined when it is new. */
  before?: string;
  /** Undefined when it is gone. */
  after?: string;
}

/** What differs between two versions of config data; list entries with a name go by it, not by position. */
export function differences(before: string, after: string): Difference[] {
  const old = leavesOf(before);
  const now = leavesOf(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => differenceAt(path, old.get(path), now.get(path)));
}

/** In words: `Deployment trade-service: spec.replicas 3 → 5`. */
export function describeDifference({ path, before, after }: Difference): string {
  if (before === undefined) return `${path} is new: ${after}`;
  if (after === undefined) return `${path} is gone: ${before}`;
  return `${path} ${before} → ${after}`;
}

/** Every single value in config data, by its path. */
export function leavesOf(data: string): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const object of objectsIn(data)) {
    collect(object, `${object.kind} ${object.metadata?.name}: `, leaves);
  }
  return leaves;
}

function differenceAt(path: string, before: string | undefined, after: string | undefined): Difference {
  return {
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function collect(value: unknown, path: string, leaves: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) {
    leaves.set(path, String(value));
    return;
  }
  for (const [key, inner] of entriesOf(value)) {
    collect(inner, path.endsWith(': ') ? `${path}${key}` : `${path}.${key}`, leaves);
  }
}

function entriesOf(value: object): Array<[string, unknown]> {
  if (!Array.isArray(value)) return Object.entries(value);
  return value.map((entry: unknown, index) => [nameIn(entry) ?? String(index), entry]);
}

function nameIn(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !('name' in entry)) return undefined;
  return String(entry.name);
}

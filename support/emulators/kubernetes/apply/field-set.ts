import type { Json } from '../store/kube-object';

/** A step of a path as FieldsV1 writes it: `f:name`, `k:{"name":"x"}`, `v:"x"`. */
export type PathElement = string;

type Fields = { [element: string]: Json };

/**
 * A set of fields of an object, as server-side apply tracks who owns what. A parent is only in the set when it was
 * put there itself. Follows `fieldpath.Set` of structured-merge-diff.
 */
export class FieldSet {
  readonly members = new Set<PathElement>();
  readonly children = new Map<PathElement, FieldSet>();

  /** Reads `fieldsV1` of an entry of managedFields. */
  static fromFields(fields: Fields): FieldSet {
    const set = new FieldSet();
    for (const [element, below] of Object.entries(fields)) {
      if (element === '.' || typeof below !== 'object' || below === null || Array.isArray(below)) continue;
      const names = Object.keys(below);
      if (names.length === 0 || '.' in below) set.members.add(element);
      const child = FieldSet.fromFields(below);
      if (!child.isEmpty()) set.children.set(element, child);
    }
    return set;
  }

  /** Adds one field; its parents are not added. */
  insert(path: readonly PathElement[]): void {
    const last = path[path.length - 1];
    if (last === undefined) return;
    let set: FieldSet = this;
    for (const element of path.slice(0, -1)) {
      let child = set.children.get(element);
      if (!child) {
        child = new FieldSet();
        set.children.set(element, child);
      }
      set = child;
    }
    set.members.add(last);
  }

  /** Whether this very field is in the set. */
  has(path: readonly PathElement[]): boolean {
    let set: FieldSet | undefined = this;
    for (const element of path.slice(0, -1)) set = set?.children.get(element);
    const last = path[path.length - 1];
    return last !== undefined && (set?.members.has(last) ?? false);
  }

  isEmpty(): boolean {
    return this.members.size === 0 && this.children.size === 0;
  }

  equals(other: FieldSet): boolean {
    if (this.members.size !== other.members.size || this.children.size !== other.children.size) return false;
    for (const member of this.members) if (!other.members.has(member)) return false;
    for (const [element, child] of this.children) {
      const twin = other.children.get(element);
      if (!twin || !child.equals(twin)) return false;
    }
    return true;
  }

  union(other: FieldSet): FieldSet {
    const result = this.copy();
    result.addAll(other);
    return result;
  }

  intersection(other: FieldSet): FieldSet {
    const result = new FieldSet();
    for (const member of this.members) if (other.members.has(member)) result.members.add(member);
    for (const [element, child] of this.children) {
      const twin = other.children.get(element);
      if (twin) result.keep(element, child.intersection(twin));
    }
    return result;
  }

  /** Fields that are here and not there; with `recursive` a field that is there takes what is below it along. */
  difference(other: FieldSet, recursive = false): FieldSet {
    const result = new FieldSet();
    for (const member of this.members) if (!other.members.has(member)) result.members.add(member);
    for (const [element, child] of this.children) {
      if (recursive && other.members.has(element)) continue;
      const twin = other.children.get(element);
      result.keep(element, twin ? child.difference(twin, recursive) : child.copy());
    }
    return result;
  }

  /** Every field of the set, parents first. */
  *paths(prefix: readonly PathElement[] = []): Iterable<PathElement[]> {
    for (const member of [...this.members].sort()) yield [...prefix, member];
    for (const [element, child] of sorted(this.children)) yield* child.paths([...prefix, element]);
  }

  /** The set as `fieldsV1` of an entry of managedFields. */
  toFields(): Fields {
    const fields: Fields = {};
    for (const element of [...new Set([...this.members, ...this.children.keys()])].sort()) {
      const child = this.children.get(element);
      const below = child?.toFields() ?? {};
      fields[element] = child && this.members.has(element) ? { '.': {}, ...below } : below;
    }
    return fields;
  }

  private copy(): FieldSet {
    const result = new FieldSet();
    result.addAll(this);
    return result;
  }

  private addAll(other: FieldSet): void {
    for (const member of other.members) this.members.add(member);
    for (const [element, child] of other.children) {
      const twin = this.children.get(element);
      if (twin) twin.addAll(child);
      else this.children.set(element, child.copy());
    }
  }

  private keep(element: PathElement, child: FieldSet): void {
    if (!child.isEmpty()) this.children.set(element, child);
  }
}

function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A path as conflicts tell it: `.spec.containers[name="x"].image`. */
export function pathText(path: readonly PathElement[]): string {
  return path.map(elementText).join('');
}

function elementText(element: PathElement): string {
  const value = element.slice(2);
  if (element.startsWith('f:')) return `.${value}`;
  if (element.startsWith('v:')) return `[=${value}]`;
  if (element.startsWith('i:')) return `[${value}]`;
  const keys = JSON.parse(value) as Record<string, Json>;
  return `[${Object.entries(keys)
    .map(([name, key]) => `${name}=${JSON.stringify(key)}`)
    .join(',')}]`;
}

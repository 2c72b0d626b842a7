import type { StoreEvent } from './cluster-store';
import { deepFreeze } from './freeze';
import { History, type VersionedEvent } from './history';
import type { KubeObject } from './kube-object';
import { LogFile } from './log-file';

/** A line of the log: a version alone, an object that was put, or the key of one that was removed. */
export interface LogRecord {
  v: number;
  r?: string;
  o?: KubeObject;
  d?: string;
}

/** Where an object stands among those of its resource: `namespace/name`, or `name` without a namespace. */
export function keyOf(name: string, namespace?: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

const COMPACT_ABOVE_BYTES = 16 * 1024 * 1024;

interface StorageOptions {
  historyLimit?: number;
  fsync?: boolean;
}

/**
 * All objects of the cluster, by resource and key, with one version counter that grows with each change, the newest
 * changes, and a log file from which the state is built again. Knows nothing of what the objects mean.
 */
export class Storage {
  private readonly tables = new Map<string, Map<string, KubeObject>>();
  private readonly listeners = new Set<(event: VersionedEvent) => void>();
  private readonly history: History;
  private readonly log: LogFile;
  private latest = 0;
  private compactAbove = COMPACT_ABOVE_BYTES;

  /**
   * Opens the state kept in a file, or begins an empty one.
   *
   * @param path the log file
   * @param options.historyLimit how many changes a watch can go back
   * @param options.fsync whether the disk is waited for; without it a write survives a kill, not the machine's end
   * @throws LogDamagedError when the file was changed by someone else
   */
  constructor(path: string, { historyLimit = 2_000, fsync = true }: StorageOptions = {}) {
    this.history = new History(historyLimit, 0);
    let records = 0;
    this.log = LogFile.open(
      path,
      (record) => {
        if (records === 0) this.history.reset((record as LogRecord).v);
        records += 1;
        this.replay(record as LogRecord);
      },
      fsync,
    );
    if (this.log.bytes > COMPACT_ABOVE_BYTES) this.compact();
  }

  /** The version of the newest change. */
  get version(): number {
    return this.latest;
  }

  /** An object, or undefined. */
  get(resource: string, key: string): KubeObject | undefined {
    return this.tables.get(resource)?.get(key);
  }

  /** All objects of a resource, in no order. */
  all(resource: string): Iterable<KubeObject> {
    return this.tables.get(resource)?.values() ?? [];
  }

  /** All resources that have or had objects. */
  resources(): string[] {
    return [...this.tables.keys()];
  }

  /** Stores an object under its namespace and name, with a new version; returns it frozen. */
  put(resource: string, object: KubeObject): KubeObject {
    const version = this.latest + 1;
    object.metadata.resourceVersion = String(version);
    const stored = deepFreeze(object);
    this.log.append({ v: version, r: resource, o: stored } satisfies LogRecord);
    this.apply(version, resource, keyOf(stored.metadata.name, stored.metadata.namespace), stored, true);
    this.compactWhenLarge();
    return stored;
  }

  /** Removes an object; returns it as it was, with the version of its removal. */
  remove(resource: string, key: string): KubeObject | undefined {
    if (!this.get(resource, key)) return undefined;
    const version = this.latest + 1;
    this.log.append({ v: version, r: resource, d: key } satisfies LogRecord);
    const removed = this.apply(version, resource, key, undefined, true);
    this.compactWhenLarge();
    return removed;
  }

  /** Objects of a resource as they were at an earlier version; undefined when that is no longer known. */
  at(resource: string, version: number): Iterable<KubeObject> | undefined {
    if (version === this.latest) return this.all(resource);
    const later = this.history.since(version);
    if (!later) return undefined;
    const table = new Map(this.tables.get(resource));
    for (const event of later.reverse()) {
      if (event.resource !== resource) continue;
      const { name, namespace } = event.object.metadata;
      if (event.previous) table.set(keyOf(name, namespace), event.previous);
      else table.delete(keyOf(name, namespace));
    }
    return table.values();
  }

  /** Changes after a version, oldest first; undefined when some of them are no longer known. */
  since(version: number): VersionedEvent[] | undefined {
    return this.history.since(version);
  }

  /** Calls back after each change, synchronously; returns what ends it. */
  subscribe(listener: (event: VersionedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when every change so far is on the disk. */
  durable(): Promise<void> {
    return this.log.durable();
  }

  /** The whole state as log records. */
  *snapshot(): Iterable<LogRecord> {
    yield { v: this.latest };
    for (const [resource, table] of this.tables) {
      for (const object of table.values()) yield { v: this.latest, r: resource, o: object };
    }
  }

  /** Replaces the whole state by a snapshot, without events; versions go on growing, older ones are expired. */
  restore(records: Iterable<LogRecord>): void {
    const version = this.latest + 1;
    this.tables.clear();
    for (const { r, o } of records) {
      if (r && o) this.table(r).set(keyOf(o.metadata.name, o.metadata.namespace), deepFreeze(o));
    }
    this.latest = version;
    this.history.reset(version);
    this.compact();
  }

  /** Makes this the beginning: rewrites the log as short as can be and expires all versions before. */
  settle(): void {
    this.history.reset(this.latest);
    this.compact();
  }

  /** Ends the use of the log file. */
  close(): Promise<void> {
    return this.log.close();
  }

  private replay(record: LogRecord): void {
    if (!record.r) {
      this.latest = record.v;
    } else if (record.o) {
      const { name, namespace } = record.o.metadata;
      this.apply(record.v, record.r, keyOf(name, namespace), deepFreeze(record.o), record.v > this.latest);
    } else if (record.d) {
      this.apply(record.v, record.r, record.d, undefined, true);
    }
  }

  private apply(
    version: number,
    resource: string,
    key: string,
    object: KubeObject | undefined,
    remember: boolean,
  ): KubeObject | undefined {
    const table = this.table(resource);
    const previous = table.get(key);
    if (object) table.set(key, object);
    else table.delete(key);
    this.latest = version;
    const shown = object ?? (previous && removedAt(previous, version));
    if (!remember || !shown) return shown;
    const type: StoreEvent['type'] = !object ? 'DELETED' : previous ? 'MODIFIED' : 'ADDED';
    const event: VersionedEvent = {
      type,
      resource,
      object: shown,
      version,
      ...(previous ? { previous } : {}),
    };
    this.history.push(event);
    for (const listener of [...this.listeners]) listener(event);
    return shown;
  }

  private table(resource: string): Map<string, KubeObject> {
    let table = this.tables.get(resource);
    if (!table) {
      table = new Map();
      this.tables.set(resource, table);
    }
    return table;
  }

  private compactWhenLarge(): void {
    if (this.log.bytes > this.compactAbove) this.compact();
  }

  private compact(): void {
    this.log.replace(this.snapshot());
    this.compactAbove = COMPACT_ABOVE_BYTES + 2 * this.log.bytes;
  }
}

function removedAt(object: KubeObject, version: number): KubeObject {
  return deepFreeze({ ...object, metadata: { ...object.metadata, resourceVersion: String(version) } });
}

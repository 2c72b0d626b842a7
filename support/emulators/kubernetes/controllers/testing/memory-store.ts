import { ApiError } from '../../status/api-error';
import type { ClusterStore, DeleteOptions, StoreEvent } from '../../store/cluster-store';
import { deepFreeze } from '../../store/freeze';
import type { KubeObject, KubeObjectInput } from '../../store/kube-object';

const RESOURCES: Record<string, string> = {
  Deployment: 'deployments.apps',
  ReplicaSet: 'replicasets.apps',
  EndpointSlice: 'endpointslices.discovery.k8s.io',
  Endpoints: 'endpoints',
};

/**
 * The store for tests of the controllers alone: objects in memory, generations, grace periods of pods, background
 * garbage collection. No defaults, no validation.
 */
export class MemoryStore implements ClusterStore {
  readonly #objects = new Map<string, KubeObject>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  #version = 0;

  constructor(private readonly now: () => Date) {}

  get<T extends KubeObject>(resource: string, name: string, namespace = ''): T | undefined {
    return this.#objects.get(`${resource} ${namespace}/${name}`) as T | undefined;
  }

  list<T extends KubeObject>(resource: string, namespace?: string): T[] {
    const prefix = `${resource} ${namespace === undefined ? '' : `${namespace}/`}`;
    const keys = [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.map((key) => this.#objects.get(key) as T);
  }

  create<T extends KubeObject>(object: KubeObjectInput): T {
    const { name = '', namespace = '' } = object.metadata;
    const resource = resourceOf(object);
    if (this.get(resource, name, namespace))
      throw new ApiError(409, 'AlreadyExists', `${resource} "${name}" already exists`);
    const creationTimestamp = this.now().toISOString();
    const uid = `uid-${this.#version + 1}`;
    const metadata = { ...object.metadata, creationTimestamp, uid, generation: 1 };
    return this.#put('ADDED', resource, { ...object, metadata } as KubeObject) as T;
  }

  update<T extends KubeObject>(object: KubeObjectInput): T {
    const before = this.#existing(object);
    const changed = JSON.stringify(object.spec) !== JSON.stringify(before.spec);
    const generation = (before.metadata.generation ?? 0) + (changed ? 1 : 0);
    const next = {
      ...object,
      status: before.status,
      metadata: { ...before.metadata, ...object.metadata, generation },
    };
    return this.#put('MODIFIED', resourceOf(object), next as KubeObject, before) as T;
  }

  updateStatus<T extends KubeObject>(object: KubeObjectInput): T {
    const before = this.#existing(object);
    return this.#put('MODIFIED', resourceOf(object), { ...before, status: object.status }, before) as T;
  }

  delete(resource: string, name: string, namespace = '', options: DeleteOptions = {}): void {
    const before = this.get(resource, name, namespace);
    if (!before) throw new ApiError(404, 'NotFound', `${resource} "${name}" not found`);
    const graceful = resource === 'pods' && options.gracePeriodSeconds !== 0;
    if (graceful && (before.spec as { nodeName?: string }).nodeName) {
      const deletionTimestamp = before.metadata.deletionTimestamp ?? this.now().toISOString();
      const metadata = { ...before.metadata, deletionTimestamp, deletionGracePeriodSeconds: 30 };
      this.#put('MODIFIED', resource, { ...before, metadata }, before);
      return;
    }
    this.#objects.delete(`${resource} ${namespace}/${name}`);
    this.#tell({ type: 'DELETED', resource, object: before });
    for (const [key, { metadata }] of [...this.#objects]) {
      const owned = metadata.ownerReferences?.some(({ uid }) => uid === before.metadata.uid);
      if (owned && this.#objects.has(key))
        this.delete(key.split(' ')[0] ?? '', metadata.name, metadata.namespace);
    }
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #existing(object: KubeObjectInput): KubeObject {
    const { name = '', namespace } = object.metadata;
    const before = this.get(resourceOf(object), name, namespace);
    if (!before) throw new ApiError(404, 'NotFound', `${resourceOf(object)} "${name}" not found`);
    return before;
  }

  #put(type: 'ADDED' | 'MODIFIED', resource: string, object: KubeObject, previous?: KubeObject): KubeObject {
    const same = previous && JSON.stringify(object) === JSON.stringify(previous);
    if (same) return previous;
    this.#version += 1;
    const stored = structuredClone(object);
    stored.metadata.resourceVersion = String(this.#version);
    deepFreeze(stored);
    const { namespace = '', name } = stored.metadata;
    this.#objects.set(`${resource} ${namespace}/${name}`, stored);
    this.#tell({ type, resource, object: stored, previous });
    return stored;
  }

  #tell(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function resourceOf({ kind }: { kind: string }): string {
  return RESOURCES[kind] ?? `${kind.toLowerCase()}s`;
}

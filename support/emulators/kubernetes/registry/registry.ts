import { type ResourceDefinition, resourceId } from '../resources/definition';
import { definitionOf } from '../resources/lookup';
import { decode } from '../schema/decode';
import { notFound } from '../status/refusals';
import type { ClusterStore, DeleteOptions, StoreEvent, WriteOptions } from '../store/cluster-store';
import type { KubeObject, KubeObjectInput } from '../store/kube-object';
import { keyOf, type Storage } from '../store/storage';
import { type Change, changeObject } from './change';
import { type Creation, createObject } from './create';
import { type Deletion, deleteObject } from './delete';
import { definitionOfObject } from './objects';

const CONTROLLER_MANAGER = 'kube-controller-manager';

/**
 * The objects of the cluster with the API server's rules: what controllers see as `ClusterStore`, and what requests
 * over HTTP end in.
 */
export class Registry implements ClusterStore {
  /**
   * @param storage where objects are kept
   * @param now the time for timestamps
   */
  constructor(
    readonly storage: Storage,
    private readonly now: () => Date,
  ) {}

  get<T extends KubeObject = KubeObject>(resource: string, name: string, namespace?: string): T | undefined {
    definitionOf(resource);
    return this.storage.get(resource, keyOf(name, namespace)) as T | undefined;
  }

  list<T extends KubeObject = KubeObject>(resource: string, namespace?: string): T[] {
    definitionOf(resource);
    return sortedObjects(this.storage.all(resource), namespace) as T[];
  }

  create<T extends KubeObject = KubeObject>(object: KubeObjectInput, options: WriteOptions = {}): T {
    const definition = definitionOfObject(object);
    const decoded = decode(object, definition.type).value as unknown as KubeObjectInput;
    decoded.metadata ??= {};
    return this.createDecoded(definition, decoded, { manager: options.manager ?? CONTROLLER_MANAGER }) as T;
  }

  update<T extends KubeObject = KubeObject>(object: KubeObjectInput, options: WriteOptions = {}): T {
    return this.replace(object, { manager: options.manager ?? CONTROLLER_MANAGER }) as T;
  }

  updateStatus<T extends KubeObject = KubeObject>(object: KubeObjectInput, options: WriteOptions = {}): T {
    return this.replace(object, {
      manager: options.manager ?? CONTROLLER_MANAGER,
      subresource: 'status',
    }) as T;
  }

  delete(resource: string, name: string, namespace?: string, options: DeleteOptions = {}): void {
    const definition = definitionOf(resource);
    this.deleteCurrent(definition, this.require(definition, name, namespace), options);
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    return this.storage.subscribe(listener);
  }

  /**
   * The object.
   *
   * @throws ApiError 404
   */
  require(definition: ResourceDefinition, name: string, namespace?: string): KubeObject {
    const object = this.storage.get(resourceId(definition), keyOf(name, namespace));
    if (!object) throw notFound(definition, name);
    return object;
  }

  /** Creates from an input that was decoded for its type. */
  createDecoded(definition: ResourceDefinition, input: KubeObjectInput, creation: Creation): KubeObject {
    return createObject(this.storage, this.now, definition, input, creation);
  }

  /** Changes an object to a state that was decoded for its type. */
  changeDecoded(
    definition: ResourceDefinition,
    current: KubeObject,
    next: KubeObject,
    change: Change,
  ): KubeObject {
    return changeObject(this.storage, this.now, definition, current, next, change);
  }

  /** Deletes an object that was just read. */
  deleteCurrent(
    definition: ResourceDefinition,
    current: KubeObject,
    options: DeleteOptions,
    dryRun = false,
  ): Deletion {
    return deleteObject(this.storage, this.now, definition, current, options, dryRun);
  }

  private replace(object: KubeObjectInput, change: Change): KubeObject {
    const definition = definitionOfObject(object);
    const current = this.require(definition, object.metadata.name ?? '', object.metadata.namespace);
    const next = decode(object, definition.type).value as unknown as KubeObject;
    return this.changeDecoded(definition, current, next, change);
  }
}

/** Objects by namespace and name, of one namespace or of all. */
export function sortedObjects(objects: Iterable<KubeObject>, namespace?: string): KubeObject[] {
  const chosen = namespace
    ? [...objects].filter((object) => object.metadata.namespace === namespace)
    : [...objects];
  const keyed = chosen.map((object) => ({
    key: keyOf(object.metadata.name, object.metadata.namespace),
    object,
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ object }) => object);
}

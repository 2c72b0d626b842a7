import type { KubeObject, KubeObjectInput } from './kube-object';

/** A change that was committed. `previous` is the object before it (absent for ADDED). */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** Plural and group, as `kubectl` writes them: `pods`, `deployments.apps`, `endpointslices.discovery.k8s.io`. */
  resource: string;
  object: KubeObject;
  previous?: KubeObject;
}

/** Who writes, for `metadata.managedFields`; the default is `kube-controller-manager`. */
export interface WriteOptions {
  manager?: string;
}

/** How an object is deleted; defaults are those of the API server. */
export interface DeleteOptions {
  uid?: string;
  resourceVersion?: string;
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  /** Seconds. A pod that runs on a node only gets a deletionTimestamp unless this is 0. */
  gracePeriodSeconds?: number;
}

/**
 * The cluster's state as controllers see it: the same defaulting, validation, versions, garbage collection and
 * events as over HTTP, without the HTTP. All calls are synchronous; a write is in the log file when they return.
 *
 * Resources are named as `kubectl` does (`pods`, `replicasets.apps`). Errors are `ApiError`s with the code and
 * reason that the API server would answer (404 NotFound, 409 AlreadyExists and Conflict, 422 Invalid, 403 Forbidden).
 * The server itself takes care of: the `default` service account and `kube-root-ca.crt` of each namespace, emptying
 * terminating namespaces, finalizers, owner references (garbage collection), the node `embedded`, cluster IPs.
 */
export interface ClusterStore {
  /** The object, or undefined. `namespace` is left out for cluster-scoped resources. */
  get<T extends KubeObject = KubeObject>(resource: string, name: string, namespace?: string): T | undefined;
  /** All objects of a resource in one namespace or, without it, in all; sorted by namespace and name. */
  list<T extends KubeObject = KubeObject>(resource: string, namespace?: string): T[];
  /** Stores a new object (`generateName` works) and returns it as stored. */
  create<T extends KubeObject = KubeObject>(object: KubeObjectInput, options?: WriteOptions): T;
  /** Replaces all but the status. With `metadata.resourceVersion` set, only when it is the current one (409). */
  update<T extends KubeObject = KubeObject>(object: KubeObjectInput, options?: WriteOptions): T;
  /** Replaces the status only, with the same check of `metadata.resourceVersion`. */
  updateStatus<T extends KubeObject = KubeObject>(object: KubeObjectInput, options?: WriteOptions): T;
  /** Deletes, or marks as being deleted where finalizers or a grace period hold it back. */
  delete(resource: string, name: string, namespace?: string, options?: DeleteOptions): void;
  /** Calls back after each committed change, in order, synchronously; returns what ends the subscription. */
  subscribe(listener: (event: StoreEvent) => void): () => void;
}

/** A Kubernetes object as the API sends it; only what the worker looks at is named. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  [field: string]: unknown;
}

export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  deletionTimestamp?: string;
  creationTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<{ apiVersion: string; kind: string; name: string; uid: string }>;
  managedFields?: Array<{ manager?: string; operation?: string }>;
  [field: string]: unknown;
}

/** `Kind/namespace/name`, as the cluster's appliers print an object. */
export function nameOf({ kind, metadata }: Pick<KubeObject, 'kind' | 'metadata'>): string {
  return [kind, metadata.namespace, metadata.name].filter(Boolean).join('/');
}

/** `apps` of `apps/v1`; the core group is ''. */
export function groupOf({ apiVersion }: Pick<KubeObject, 'apiVersion'>): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** What identifies an object whatever its version: group, kind, namespace and name. */
export function identityOf(object: Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>): string {
  return [groupOf(object), object.kind, object.metadata.namespace ?? '', object.metadata.name].join('/');
}

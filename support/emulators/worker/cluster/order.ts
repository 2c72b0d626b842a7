import { groupOf, type KubeObject } from './kube-object';

// The order of Flux's applier, which ConfigHub's worker uses (github.com/fluxcd/pkg/ssa, ReconcileOrder).
const first = [
  'CustomResourceDefinition',
  'Namespace',
  'ClusterClass',
  'RuntimeClass',
  'PriorityClass',
  'StorageClass',
  'VolumeSnapshotClass',
  'IngressClass',
  'GatewayClass',
  'ResourceQuota',
  'ServiceAccount',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ConfigMap',
  'Secret',
  'Service',
  'LimitRange',
  'Deployment',
  'StatefulSet',
  'CronJob',
  'PodDisruptionBudget',
];
const last = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** Objects in the order in which they are applied; deleting goes the other way. */
export function inOrder(objects: KubeObject[]): KubeObject[] {
  return [...objects].sort((a, b) => rank(a) - rank(b) || compare(sortKey(a), sortKey(b)));
}

/** Whether others can exist only after this object: a namespace or the definition of a kind. */
export function isDefinition({ apiVersion, kind }: KubeObject): boolean {
  return (
    (kind === 'Namespace' && apiVersion === 'v1') ||
    (kind === 'CustomResourceDefinition' && apiVersion.startsWith('apiextensions.k8s.io/'))
  );
}

function rank({ kind }: KubeObject): number {
  return first.includes(kind) ? first.indexOf(kind) - first.length : 1 + last.indexOf(kind);
}

function sortKey(object: KubeObject): string {
  return [groupOf(object), object.kind, object.metadata.namespace ?? '', object.metadata.name].join('\u0000');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

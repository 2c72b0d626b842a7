import type { BindingObject } from '../resources/rbac/behaviours';
import type { KubeObject } from '../store/kube-object';
import { AGE, type Column, NAME, text, wide } from './column';

interface Node extends KubeObject {
  spec: { unschedulable?: boolean };
  status: {
    conditions?: { type: string; status: string }[];
    addresses?: { type: string; address: string }[];
    nodeInfo?: Record<string, string>;
  };
}

const node = (object: KubeObject): Node => object as Node;
const infoOf = (object: KubeObject, field: string): string =>
  node(object).status.nodeInfo?.[field] || '<unknown>';
const addressOf = (object: KubeObject, type: string): string =>
  node(object).status.addresses?.find((address) => address.type === type)?.address ?? '<none>';

/** `kubectl get nodes` */
export const NODE_COLUMNS: Column[] = [
  NAME,
  text('Status', (object) => {
    const ready = node(object).status.conditions?.find(({ type }) => type === 'Ready');
    const word = !ready ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
    return node(object).spec.unschedulable ? `${word},SchedulingDisabled` : word;
  }),
  text('Roles', (object) => {
    const prefix = 'node-role.kubernetes.io/';
    const labels = Object.keys(object.metadata.labels ?? {}).filter((key) => key.startsWith(prefix));
    return (
      labels
        .map((key) => key.slice(prefix.length))
        .sort()
        .join(',') || '<none>'
    );
  }),
  AGE,
  text('Version', (object) => node(object).status.nodeInfo?.kubeletVersion ?? ''),
  wide('Internal-IP', (object) => addressOf(object, 'InternalIP')),
  wide('External-IP', (object) => addressOf(object, 'ExternalIP')),
  wide('OS-Image', (object) => infoOf(object, 'osImage')),
  wide(
    'Kernel-Version',
    (object) => `${infoOf(object, 'kernelVersion')} (${infoOf(object, 'architecture')})`,
  ),
  wide('Container-Runtime', (object) => infoOf(object, 'containerRuntimeVersion')),
];

/** `kubectl get namespaces` */
export const NAMESPACE_COLUMNS: Column[] = [
  NAME,
  text('Status', (object) => (object.status as { phase?: string } | undefined)?.phase ?? ''),
  AGE,
];

const dataCount = (object: KubeObject): number =>
  Object.keys((object.data ?? {}) as object).length + Object.keys((object.binaryData ?? {}) as object).length;

/** `kubectl get configmaps` */
export const CONFIG_MAP_COLUMNS: Column[] = [NAME, text('Data', dataCount), AGE];

/** `kubectl get secrets` */
export const SECRET_COLUMNS: Column[] = [
  NAME,
  text('Type', (object) => String(object.type ?? '')),
  text('Data', dataCount),
  AGE,
];

/** `kubectl get serviceaccounts` */
export const SERVICE_ACCOUNT_COLUMNS: Column[] = [NAME, AGE];

const subjectsOf = (object: KubeObject, kind: string): string =>
  ((object as BindingObject).subjects ?? [])
    .filter((subject) => subject.kind === kind)
    .map(({ namespace, name }) => (kind === 'ServiceAccount' ? `${namespace}/${name}` : name))
    .join(', ');

/** `kubectl get rolebindings` and `clusterrolebindings` */
export const BINDING_COLUMNS: Column[] = [
  NAME,
  text('Role', (object) => {
    const { kind, name } = (object as BindingObject).roleRef;
    return `${kind}/${name}`;
  }),
  AGE,
  wide('Users', (object) => subjectsOf(object, 'User')),
  wide('Groups', (object) => subjectsOf(object, 'Group')),
  wide('ServiceAccounts', (object) => subjectsOf(object, 'ServiceAccount')),
];

/** `kubectl get leases` */
export const LEASE_COLUMNS: Column[] = [
  NAME,
  text('Holder', (object) => (object.spec as { holderIdentity?: string } | undefined)?.holderIdentity ?? ''),
  AGE,
];

/** Kinds without columns of their own, as custom resources have them. */
export const CREATED_COLUMNS: Column[] = [
  NAME,
  { ...text('Created At', (object) => object.metadata.creationTimestamp), format: 'date' },
];

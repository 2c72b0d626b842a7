import { EMULATED_VERSION } from '../discovery/version';
import { HOST_IP, NODE_CAPACITY, NODE_NAME } from '../pods/node';
import type { KubeObjectInput } from '../store/kube-object';

const RBAC = 'rbac.authorization.k8s.io';
const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const core = (resources: string[], verbs: string[]) => ({ apiGroups: [''], resources, verbs });
const viewRules = [
  core(
    ['configmaps', 'endpoints', 'events', 'namespaces', 'pods', 'pods/log', 'serviceaccounts', 'services'],
    READ,
  ),
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'deployments/scale', 'replicasets', 'replicasets/scale'],
    verbs: READ,
  },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
];
const editRules = [
  ...viewRules,
  core(['secrets', 'pods/proxy', 'services/proxy'], READ),
  core(['configmaps', 'events', 'pods', 'secrets', 'serviceaccounts', 'services'], WRITE),
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'deployments/scale', 'replicasets', 'replicasets/scale'],
    verbs: WRITE,
  },
];
const adminRules = [
  ...editRules,
  { apiGroups: [RBAC], resources: ['roles', 'rolebindings'], verbs: [...READ, ...WRITE] },
];
const everything = [
  { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
  { nonResourceURLs: ['*'], verbs: ['*'] },
];

function clusterRole(name: string, rules: object[]): KubeObjectInput {
  return { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name, labels }, rules };
}

function clusterRoleBinding(name: string, role: string, group: string): KubeObjectInput {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name, labels },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup: RBAC, kind: 'Group', name: group }],
  };
}

const selfReviews = [
  {
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
    verbs: ['create'],
  },
  { apiGroups: ['authentication.k8s.io'], resources: ['selfsubjectreviews'], verbs: ['create'] },
];

/** Namespaces that every cluster has. */
export const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** What a cluster has besides its namespaces before anyone has used it. */
export function firstObjects(port: number): KubeObjectInput[] {
  return [
    clusterRole('cluster-admin', everything),
    clusterRole('admin', adminRules),
    clusterRole('edit', editRules),
    clusterRole('view', viewRules),
    clusterRole('system:basic-user', selfReviews),
    clusterRoleBinding('cluster-admin', 'cluster-admin', 'system:masters'),
    clusterRoleBinding('system:basic-user', 'system:basic-user', 'system:authenticated'),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'kubernetes',
        namespace: 'default',
        labels: { component: 'apiserver', provider: 'kubernetes' },
      },
      spec: { clusterIP: '10.96.0.1', ports: [{ name: 'https', port: 443, targetPort: port }] },
    },
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: NODE_NAME,
        labels: {
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/hostname': NODE_NAME,
          'kubernetes.io/os': 'linux',
          'node-role.kubernetes.io/control-plane': '',
        },
      },
      spec: { podCIDR: '10.244.0.0/16', podCIDRs: ['10.244.0.0/16'] },
    },
    {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: NODE_NAME, namespace: 'kube-node-lease' },
      spec: { holderIdentity: NODE_NAME, leaseDurationSeconds: 40 },
    },
  ];
}

/** The status of the one node: ready, and large enough for any tutorial. */
export function nodeStatus(time: string): object {
  const amounts = { ...NODE_CAPACITY, pods: '500' };
  const condition = (type: string, status: string, reason: string, message: string) => ({
    type,
    status,
    reason,
    message,
    lastHeartbeatTime: time,
    lastTransitionTime: time,
  });
  return {
    addresses: [
      { type: 'InternalIP', address: HOST_IP },
      { type: 'Hostname', address: NODE_NAME },
    ],
    capacity: amounts,
    allocatable: amounts,
    conditions: [
      condition(
        'MemoryPressure',
        'False',
        'KubeletHasSufficientMemory',
        'kubelet has sufficient memory available',
      ),
      condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
      condition('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'),
      condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
    ],
    nodeInfo: {
      architecture: 'amd64',
      bootID: '',
      containerRuntimeVersion: 'emulated://1',
      kernelVersion: 'emulated',
      kubeProxyVersion: '',
      kubeletVersion: EMULATED_VERSION,
      machineID: '',
      operatingSystem: 'linux',
      osImage: 'MicroTraderX embedded cluster',
      systemUUID: '',
    },
  };
}

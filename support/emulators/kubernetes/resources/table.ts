import type { ResourceDefinition, Subresource } from './definition';

const STATUS: Subresource = { name: 'status', verbs: ['get', 'patch', 'update'] };
const SCALE: Subresource = { ...STATUS, name: 'scale', group: 'autoscaling', version: 'v1', kind: 'Scale' };
const PROXY_VERBS = ['create', 'delete', 'get', 'patch', 'update'];

const core = { group: '', version: 'v1' };
const apps = { group: 'apps', version: 'v1', categories: ['all'], namespaced: true };
const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' };
const authorization = { group: 'authorization.k8s.io', version: 'v1', verbs: ['create'] };

/** Every resource that the emulated API server has, in the order of discovery. */
export const RESOURCES: readonly ResourceDefinition[] = [
  {
    ...core,
    ...{ plural: 'configmaps', singular: 'configmap', kind: 'ConfigMap', shortNames: ['cm'] },
    namespaced: true,
    type: '#core.v1.ConfigMap',
  },
  {
    ...core,
    ...{ plural: 'endpoints', singular: 'endpoints', kind: 'Endpoints', shortNames: ['ep'] },
    namespaced: true,
    type: '#core.v1.Endpoints',
  },
  {
    ...core,
    ...{ plural: 'events', singular: 'event', kind: 'Event', shortNames: ['ev'] },
    namespaced: true,
    type: '#core.v1.Event',
  },
  {
    ...core,
    ...{ plural: 'namespaces', singular: 'namespace', kind: 'Namespace', shortNames: ['ns'] },
    namespaced: false,
    verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
    subresources: [{ name: 'finalize', verbs: ['update'] }, STATUS],
    type: '#core.v1.Namespace',
  },
  {
    ...core,
    ...{ plural: 'nodes', singular: 'node', kind: 'Node', shortNames: ['no'] },
    namespaced: false,
    subresources: [STATUS],
    type: '#core.v1.Node',
  },
  {
    ...core,
    ...{ plural: 'pods', singular: 'pod', kind: 'Pod', shortNames: ['po'], categories: ['all'] },
    namespaced: true,
    generation: true,
    subresources: [
      { name: 'log', verbs: ['get'] },
      { name: 'proxy', verbs: PROXY_VERBS, kind: 'PodProxyOptions' },
      STATUS,
    ],
    type: '#core.v1.Pod',
  },
  {
    ...core,
    ...{ plural: 'secrets', singular: 'secret', kind: 'Secret' },
    namespaced: true,
    type: '#core.v1.Secret',
  },
  {
    ...core,
    ...{ plural: 'serviceaccounts', singular: 'serviceaccount', kind: 'ServiceAccount', shortNames: ['sa'] },
    namespaced: true,
    subresources: [
      {
        name: 'token',
        verbs: ['create'],
        group: 'authentication.k8s.io',
        version: 'v1',
        kind: 'TokenRequest',
      },
    ],
    type: '#core.v1.ServiceAccount',
  },
  {
    ...core,
    ...{ plural: 'services', singular: 'service', kind: 'Service', shortNames: ['svc'], categories: ['all'] },
    namespaced: true,
    subresources: [{ name: 'proxy', verbs: PROXY_VERBS, kind: 'ServiceProxyOptions' }, STATUS],
    type: '#core.v1.Service',
  },
  {
    ...{ group: 'apiextensions.k8s.io', version: 'v1', plural: 'customresourcedefinitions' },
    ...{
      singular: 'customresourcedefinition',
      kind: 'CustomResourceDefinition',
      shortNames: ['crd', 'crds'],
    },
    categories: ['api-extensions'],
    namespaced: false,
    verbs: ['get', 'list', 'watch'],
    type: '#apiextensions.v1.CustomResourceDefinition',
  },
  {
    ...apps,
    ...{ plural: 'deployments', singular: 'deployment', kind: 'Deployment', shortNames: ['deploy'] },
    generation: true,
    subresources: [SCALE, STATUS],
    type: '#apps.v1.Deployment',
  },
  {
    ...apps,
    ...{ plural: 'replicasets', singular: 'replicaset', kind: 'ReplicaSet', shortNames: ['rs'] },
    generation: true,
    subresources: [SCALE, STATUS],
    type: '#apps.v1.ReplicaSet',
  },
  {
    ...{ group: 'authentication.k8s.io', version: 'v1', plural: 'selfsubjectreviews' },
    ...{ singular: 'selfsubjectreview', kind: 'SelfSubjectReview', namespaced: false, verbs: ['create'] },
    type: '#authentication.v1.SelfSubjectReview',
  },
  {
    ...{ group: 'authentication.k8s.io', version: 'v1', plural: 'tokenreviews' },
    ...{ singular: 'tokenreview', kind: 'TokenReview', namespaced: false, verbs: ['create'] },
    type: '#authentication.v1.TokenReview',
  },
  {
    ...authorization,
    ...{
      plural: 'localsubjectaccessreviews',
      singular: 'localsubjectaccessreview',
      kind: 'LocalSubjectAccessReview',
    },
    namespaced: true,
    type: '#authorization.v1.LocalSubjectAccessReview',
  },
  {
    ...authorization,
    ...{
      plural: 'selfsubjectaccessreviews',
      singular: 'selfsubjectaccessreview',
      kind: 'SelfSubjectAccessReview',
    },
    namespaced: false,
    type: '#authorization.v1.SelfSubjectAccessReview',
  },
  {
    ...authorization,
    ...{
      plural: 'selfsubjectrulesreviews',
      singular: 'selfsubjectrulesreview',
      kind: 'SelfSubjectRulesReview',
    },
    namespaced: false,
    type: '#authorization.v1.SelfSubjectRulesReview',
  },
  {
    ...authorization,
    ...{ plural: 'subjectaccessreviews', singular: 'subjectaccessreview', kind: 'SubjectAccessReview' },
    namespaced: false,
    type: '#authorization.v1.SubjectAccessReview',
  },
  {
    ...{ group: 'coordination.k8s.io', version: 'v1', plural: 'leases', singular: 'lease', kind: 'Lease' },
    namespaced: true,
    type: '#coordination.v1.Lease',
  },
  {
    ...{ group: 'discovery.k8s.io', version: 'v1', plural: 'endpointslices', singular: 'endpointslice' },
    kind: 'EndpointSlice',
    namespaced: true,
    generation: true,
    type: '#discovery.v1.EndpointSlice',
  },
  {
    ...rbac,
    ...{ plural: 'clusterrolebindings', singular: 'clusterrolebinding', kind: 'ClusterRoleBinding' },
    namespaced: false,
    type: '#rbac.v1.ClusterRoleBinding',
  },
  {
    ...rbac,
    ...{ plural: 'clusterroles', singular: 'clusterrole', kind: 'ClusterRole' },
    namespaced: false,
    type: '#rbac.v1.ClusterRole',
  },
  {
    ...rbac,
    ...{ plural: 'rolebindings', singular: 'rolebinding', kind: 'RoleBinding' },
    namespaced: true,
    type: '#rbac.v1.RoleBinding',
  },
  {
    ...rbac,
    ...{ plural: 'roles', singular: 'role', kind: 'Role' },
    namespaced: true,
    type: '#rbac.v1.Role',
  },
];

/** The verbs of a resource that says nothing else. */
export const USUAL_VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

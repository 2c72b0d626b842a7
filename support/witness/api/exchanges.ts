import type { Exchange } from './client';

const MERGE = 'application/merge-patch+json';
const JSON_PATCH = 'application/json-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

type Members = Record<string, unknown>;

function deployment(name: string, spec: Members = {}, container: Members = {}): Members {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'main', image: 'nginx:1.25', ...container }] },
      },
      ...spec,
    },
  };
}

const map = (metadata: Members, rest: Members = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata,
  ...rest,
});
const service = (spec: Members) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'svc' }, spec });
const pod = (name: string, spec: Members) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec });
const full = {
  env: [
    { name: 'A', value: '1' },
    { name: 'N', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ],
  ports: [{ containerPort: 8080 }, { name: 'metrics', containerPort: 9090, protocol: 'TCP' }],
  resources: { requests: { cpu: 0.5, memory: '1024Mi' }, limits: { cpu: '1000m', memory: '2Gi' } },
  readinessProbe: { httpGet: { port: 8080 } },
  volumeMounts: [{ name: 'v', mountPath: '/v' }],
};

/** Requests in order, in a namespace of their own: what was made by one is there for the next. */
export function exchangesIn(namespace: string): Exchange[] {
  const core = `/api/v1/namespaces/${namespace}`;
  const maps = `${core}/configmaps`;
  const apps = `/apis/apps/v1/namespaces/${namespace}/deployments`;
  const pods = `${core}/pods`;
  const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`;
  const post = (what: string, path: string, body: unknown): Exchange => ({
    what,
    method: 'POST',
    path,
    body,
  });
  const put = (what: string, path: string, body: unknown): Exchange => ({ what, method: 'PUT', path, body });
  const get = (what: string, path: string, accept?: string): Exchange => ({
    what,
    method: 'GET',
    path,
    ...(accept ? { accept } : {}),
  });
  const remove = (what: string, path: string, body?: unknown): Exchange => ({
    what,
    method: 'DELETE',
    path,
    body,
  });
  const patch = (what: string, path: string, contentType: string, body: unknown): Exchange => ({
    ...{ what, method: 'PATCH', path, contentType, body },
  });
  const apply = (what: string, path: string, manager: string, body: unknown, query = ''): Exchange =>
    patch(what, `${path}?fieldManager=${manager}${query}`, APPLY, body);
  return [
    post('a namespace', '/api/v1/namespaces', { metadata: { name: namespace } }),
    post('a namespace that exists', '/api/v1/namespaces', { metadata: { name: namespace } }),
    post('a namespace in capitals', '/api/v1/namespaces', { metadata: { name: 'Nope' } }),
    post('a Deployment', apps, deployment('plain')),
    post(
      'a Deployment that says much',
      apps,
      deployment('full', {
        template: {
          metadata: { labels: { app: 'full' } },
          spec: { containers: [{ name: 'main', image: 'nginx', ...full }], volumes: [{ name: 'v' }] },
        },
      }),
    ),
    post('a Deployment that exists', apps, deployment('plain')),
    post('no selector', apps, deployment('bad', { selector: undefined })),
    post('an empty selector', apps, deployment('bad', { selector: {} })),
    post('a selector that misses', apps, deployment('bad', { selector: { matchLabels: { x: 'y' } } })),
    post(
      'no containers',
      apps,
      deployment('bad', { template: { metadata: { labels: { app: 'bad' } }, spec: {} } }),
    ),
    post('a container without image', apps, deployment('bad', {}, { image: undefined })),
    post('a container in capitals', apps, deployment('bad', {}, { name: 'Main' })),
    post('replicas below zero', apps, deployment('bad', { replicas: -1 })),
    post('replicas as text', apps, deployment('bad', { replicas: 'three' })),
    post('replicas as fraction', apps, deployment('bad', { replicas: 1.5 })),
    post('env as object', apps, deployment('bad', {}, { env: { A: 1 } })),
    post('env value as number', apps, deployment('bad', {}, { env: [{ name: 'A', value: 1 }] })),
    post('an amount that is none', apps, deployment('bad', {}, { resources: { limits: { cpu: 'lots' } } })),
    post(
      'a request above its limit',
      apps,
      deployment('bad', {}, { resources: { limits: { cpu: '1' }, requests: { cpu: '2' } } }),
    ),
    post('an unknown pull policy', apps, deployment('bad', {}, { imagePullPolicy: 'Sometimes' })),
    post('a port out of range', apps, deployment('bad', {}, { ports: [{ containerPort: 70000 }] })),
    post(
      'a mount of nothing',
      apps,
      deployment('bad', {}, { volumeMounts: [{ name: 'x', mountPath: '/x' }] }),
    ),
    post('an unknown strategy', apps, deployment('bad', { strategy: { type: 'Sometimes' } })),
    post(
      'a strategy that cannot move',
      apps,
      deployment('bad', { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }),
    ),
    post(
      'Recreate with numbers',
      apps,
      deployment('bad', { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } }),
    ),
    post('an unknown field', `${apps}?dryRun=All`, deployment('typo', { replicsa: 3 })),
    post('an unknown field, strictly', `${apps}?fieldValidation=Strict`, deployment('typo', { replicsa: 3 })),
    post(
      'an unknown field, ignored',
      `${apps}?dryRun=All&fieldValidation=Ignore`,
      deployment('typo', { replicsa: 3 }),
    ),
    post('a dry run', `${apps}?dryRun=All`, deployment('dry')),
    get('what a dry run left', `${apps}/dry`),
    post('a ConfigMap', maps, map({ name: 'a', labels: { app: 'x' } }, { data: { k: 'v' } })),
    post('a ConfigMap without name', maps, map({})),
    post('a ConfigMap with a bad name', maps, map({ name: '../x' })),
    post('a ConfigMap with a bad key', maps, map({ name: 'bad' }, { data: { 'a/b': 'x' } })),
    post('a ConfigMap with a bad label', maps, map({ name: 'bad', labels: { 'a b': 'x' } })),
    post('a ConfigMap with a bad label value', maps, map({ name: 'bad', labels: { a: 'x y' } })),
    post('a ConfigMap elsewhere', maps, map({ name: 'bad', namespace: 'elsewhere' })),
    post('a ConfigMap of another version', maps, {
      apiVersion: 'v2',
      kind: 'ConfigMap',
      metadata: { name: 'bad' },
    }),
    post('a ConfigMap with a version', maps, map({ name: 'bad', resourceVersion: '7' })),
    post('a Secret as text', `${core}/secrets`, { metadata: { name: 's' }, stringData: { p: 'q' } }),
    post('a Secret that is no base64', `${core}/secrets`, { metadata: { name: 'bad' }, data: { p: '***' } }),
    post('a Service', `${core}/services`, service({ selector: { app: 'plain' }, ports: [{ port: 80 }] })),
    post('a Service without ports', `${core}/services`, {
      ...service({ selector: { a: 'b' } }),
      metadata: { name: 'bad' },
    }),
    post('a Service with two ports unnamed', `${core}/services`, {
      ...service({ ports: [{ port: 1 }, { port: 2 }] }),
      metadata: { name: 'bad' },
    }),
    post('a Service of an unknown type', `${core}/services`, {
      ...service({ type: 'X', ports: [{ port: 1 }] }),
      metadata: { name: 'bad' },
    }),
    post('a NodePort out of range', `${core}/services`, {
      ...service({ type: 'NodePort', ports: [{ port: 1, nodePort: 80 }] }),
      metadata: { name: 'bad' },
    }),
    put(
      'a Service with another port',
      `${core}/services/svc`,
      service({ selector: { app: 'plain' }, ports: [{ port: 81, targetPort: 'http' }] }),
    ),
    post('a service account', `${core}/serviceaccounts`, { metadata: { name: 'robot' } }),
    post('a RoleBinding', `${rbac}/rolebindings`, {
      metadata: { name: 'rb' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name: 'robot', namespace }],
    }),
    put('a RoleBinding to another role', `${rbac}/rolebindings/rb`, {
      metadata: { name: 'rb' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'edit' },
      subjects: [],
    }),
    post('a Role', `${rbac}/roles`, {
      metadata: { name: 'r' },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    }),
    post('a Role without verbs', `${rbac}/roles`, {
      metadata: { name: 'bad' },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: [] }],
    }),
    post(
      'a Pod',
      pods,
      pod('p', { containers: [{ name: 'main', image: 'nginx', ...full }], volumes: [{ name: 'v' }] }),
    ),
    post(
      'a Pod with limits alone',
      pods,
      pod('q', {
        containers: [
          { name: 'main', image: 'x@sha256:1', resources: { limits: { cpu: '1', memory: '1Gi' } } },
        ],
        terminationGracePeriodSeconds: 0,
      }),
    ),
    post(
      'a Pod with init container and probes',
      pods,
      pod('r', {
        restartPolicy: 'Never',
        initContainers: [{ name: 'i', image: 'busybox:1' }],
        containers: [
          {
            name: 'main',
            image: 'nginx:1.25',
            livenessProbe: { tcpSocket: { port: 80 } },
            startupProbe: { exec: { command: ['true'] } },
            lifecycle: { preStop: { exec: { command: ['true'] } } },
          },
        ],
      }),
    ),
    post(
      'a Pod of an unknown account',
      pods,
      pod('bad', { serviceAccountName: 'nobody', containers: [{ name: 'main', image: 'x' }] }),
    ),
    post('a Pod without containers', pods, pod('bad', {})),
    post(
      'a Pod with an unknown restart policy',
      pods,
      pod('bad', { restartPolicy: 'Sometimes', containers: [{ name: 'main', image: 'x' }] }),
    ),
    patch('a Pod with another image', `${pods}/p`, STRATEGIC, {
      spec: { containers: [{ name: 'main', image: 'nginx:1.26' }] },
    }),
    patch('a Pod with another command', `${pods}/p`, STRATEGIC, {
      spec: { containers: [{ name: 'main', command: ['x'] }] },
    }),
    get('the log of a container that is none', `${pods}/p/log?container=other`),
    post('a ReplicaSet', `/apis/apps/v1/namespaces/${namespace}/replicasets`, {
      ...deployment('rs'),
      kind: 'ReplicaSet',
    }),
    post('an EndpointSlice', `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`, {
      metadata: { name: 'es' },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.0.0.1'] }],
      ports: [{ port: 80 }],
    }),
    post('an Event', `${core}/events`, {
      metadata: { name: 'ev' },
      involvedObject: { kind: 'Pod', name: 'p', namespace },
      reason: 'R',
      message: 'm',
      type: 'Normal',
    }),
    post('a Lease', `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`, {
      metadata: { name: 'l' },
      spec: { holderIdentity: 'x', leaseDurationSeconds: 15 },
    }),
    post('what the asker may do', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
      spec: { resourceAttributes: { namespace, verb: 'create', resource: 'pods' } },
    }),
    put('another name', `${maps}/a`, map({ name: 'b' })),
    put('an old version', `${maps}/a`, map({ name: 'a', resourceVersion: '1' })),
    put('another uid', `${maps}/a`, map({ name: 'a', uid: 'x' })),
    put('what is not there', `${maps}/nope`, map({ name: 'nope' })),
    put('a ConfigMap anew', `${maps}/a`, map({ name: 'a' }, { data: { k: 'w', l: 'x' } })),
    patch('merge', `${maps}/a?fieldManager=m`, MERGE, {
      data: { l: null, m: 'y' },
      metadata: { labels: { t: '1' } },
    }),
    patch('merge of a list', `${maps}/a`, MERGE, []),
    patch('merge of the wrong type', `${maps}/a`, MERGE, { data: 'x' }),
    patch('JSON patch', `${maps}/a`, JSON_PATCH, [
      { op: 'add', path: '/data/z', value: '1' },
      { op: 'remove', path: '/data/m' },
    ]),
    patch('JSON patch of an object', `${maps}/a`, JSON_PATCH, {}),
    patch('JSON patch, unknown operation', `${maps}/a`, JSON_PATCH, [{ op: 'smash', path: '/data' }]),
    patch('JSON patch beside the document', `${maps}/a`, JSON_PATCH, [{ op: 'remove', path: '/data/none' }]),
    patch('JSON patch, test fails', `${maps}/a`, JSON_PATCH, [{ op: 'test', path: '/data/k', value: 'no' }]),
    patch('JSON patch of the name', `${maps}/a`, JSON_PATCH, [
      { op: 'replace', path: '/metadata/name', value: 'b' },
    ]),
    patch('strategic merge of env', `${apps}/full?fieldManager=m`, STRATEGIC, {
      spec: { template: { spec: { containers: [{ name: 'main', env: [{ name: 'B', value: '2' }] }] } } },
    }),
    patch('strategic merge, wrong type', `${apps}/full`, STRATEGIC, { spec: { replicas: 'x' } }),
    patch('strategic merge without key', `${apps}/full`, STRATEGIC, {
      spec: { template: { spec: { containers: [{ image: 'x' }] } } },
    }),
    patch('an immutable selector', `${apps}/full`, STRATEGIC, {
      spec: { selector: { matchLabels: { x: 'y' } } },
    }),
    patch('a patch of no kind', `${maps}/a`, 'text/plain', {}),
    apply(
      'apply anew',
      `${apps}/applied`,
      'one',
      deployment('applied', {}, { env: [{ name: 'A', value: '1' }], ports: [{ containerPort: 80 }] }),
    ),
    apply(
      'apply the same',
      `${apps}/applied`,
      'one',
      deployment('applied', {}, { env: [{ name: 'A', value: '1' }], ports: [{ containerPort: 80 }] }),
    ),
    apply(
      'apply a conflict',
      `${apps}/applied`,
      'two',
      deployment('applied', {}, { env: [{ name: 'A', value: '2' }] }),
    ),
    apply(
      'apply two conflicts',
      `${apps}/applied`,
      'two',
      deployment('applied', {}, { image: 'nginx:1.26', env: [{ name: 'A', value: '2' }] }),
    ),
    apply(
      'apply by force',
      `${apps}/applied`,
      'two',
      deployment(
        'applied',
        {},
        {
          env: [
            { name: 'A', value: '2' },
            { name: 'B', value: '3' },
          ],
        },
      ),
      '&force=true',
    ),
    apply('apply with less', `${apps}/applied`, 'two', deployment('applied')),
    apply('apply without replicas', `${apps}/applied`, 'one', deployment('applied', { replicas: undefined })),
    patch('update beside appliers', `${apps}/applied?fieldManager=three`, MERGE, {
      spec: { minReadySeconds: 3 },
    }),
    apply(
      'apply against an updater',
      `${apps}/applied`,
      'one',
      deployment('applied', { minReadySeconds: 4 }),
    ),
    apply('apply an unknown field', `${apps}/applied`, 'one', deployment('applied', { replicsa: 1 })),
    apply(
      'apply twins',
      `${apps}/twins`,
      'one',
      deployment('twins', {
        template: {
          metadata: { labels: { app: 'twins' } },
          spec: { containers: [{ name: 'a' }, { name: 'a' }] },
        },
      }),
    ),
    apply('apply without manager', `${apps}/applied`, '', deployment('applied')),
    apply('apply of another version', `${apps}/applied`, 'one', {
      ...deployment('applied'),
      apiVersion: 'v1',
    }),
    apply('apply with managed fields', `${maps}/a`, 'one', map({ name: 'a', managedFields: [{}] })),
    apply('apply of no YAML', `${maps}/a`, 'one', 'a: ['),
    apply('a dry apply', `${maps}/a`, 'one', map({ name: 'a' }, { data: { dry: '1' } }), '&dryRun=All'),
    put('scale', `${apps}/applied/scale?fieldManager=scaler`, {
      apiVersion: 'autoscaling/v1',
      kind: 'Scale',
      metadata: { name: 'applied', namespace },
      spec: { replicas: 0 },
    }),
    patch('scale below zero', `${apps}/applied/scale`, MERGE, { spec: { replicas: -1 } }),
    patch('forget managed fields', `${maps}/a`, JSON_PATCH, [
      { op: 'replace', path: '/metadata/managedFields', value: [{}] },
    ]),
    apply(
      'apply where nobody owns',
      `${maps}/a`,
      'one',
      map({ name: 'a' }, { data: { k: 'n' } }),
      '&force=true',
    ),
    post('a query that makes no sense', `${maps}?dryRun=Some`, map({ name: 'x' })),
    post('a validation that is none', `${maps}?fieldValidation=Maybe`, map({ name: 'x' })),
    patch('force without apply', `${maps}/a?force=true`, MERGE, {}),
    get('a table of ConfigMaps', `${maps}?labelSelector=t%3D1`, TABLE),
    get('a table of Deployments', `${apps}?fieldSelector=metadata.name%3Dplain`, TABLE),
    get('a table of Services', `${core}/services`, TABLE),
    get('metadata alone', `${maps}/a`, 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io'),
    get('a form that is not made', maps, 'application/pdf'),
    get('a selector that is none', `${maps}?labelSelector=a%3D%3D%3Db`),
    get('a field to select by', `${maps}?fieldSelector=data.k%3D1`),
    get('a version that is none', `${maps}?resourceVersion=latest`),
    get('a continuation that is none', `${maps}?limit=1&continue=zzz`),
    get('an unknown resource', `${core}/gizmos`),
    get('an unknown group', '/apis/nope.example.com/v1'),
    get('a resource that is not there', `${maps}/nope`),
    get('a namespace that is not there', '/api/v1/namespaces/nope-nope'),
    get('objects of a namespace that is not there', '/api/v1/namespaces/nope-nope/configmaps'),
    post('into a namespace that is not there', '/api/v1/namespaces/nope-nope/configmaps', map({ name: 'x' })),
    post('across namespaces', '/api/v1/configmaps', map({ name: 'x' })),
    get('the group apps', '/apis/apps'),
    remove('a precondition that fails', `${maps}/a`, { preconditions: { uid: 'x' } }),
    remove('an unknown policy', `${maps}/a?propagationPolicy=Sideways`),
    remove('a ConfigMap', `${maps}/a`),
    remove('a ConfigMap that is gone', `${maps}/a`),
    post('a ConfigMap with a finalizer', maps, map({ name: 'held', finalizers: ['example.com/hold'] })),
    remove('what a finalizer holds', `${maps}/held`),
    patch('a finalizer too late', `${maps}/held`, MERGE, {
      metadata: { finalizers: ['example.com/hold', 'example.com/more'] },
    }),
    remove('a namespace of the system', '/api/v1/namespaces/kube-system'),
    remove('the namespace', `/api/v1/namespaces/${namespace}`),
    post('into a namespace that ends', maps, map({ name: 'late' })),
    patch('the last finalizer', `${maps}/held`, MERGE, { metadata: { finalizers: null } }),
  ];
}

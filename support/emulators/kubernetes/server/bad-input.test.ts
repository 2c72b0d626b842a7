import assert from 'node:assert/strict';
import type { Status } from '../status/api-error';
import type { KubeObject } from '../store/kube-object';
import { type Ask, TestCluster } from '../testing/cluster';
import { deployment } from '../testing/deployment';

const CORE = '/api/v1/namespaces/default';
const MAPS = `${CORE}/configmaps`;
const APPS = '/apis/apps/v1/namespaces/default/deployments';
const JSON_PATCH = 'application/json-patch+json';
const MERGE = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

const map = (metadata: object, rest: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata,
  ...rest,
});
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

interface Case {
  what: string;
  send: [method: string, path: string, ask?: Ask];
  says: RegExp;
  status: number;
}

const CASES: Case[] = [
  { what: 'no JSON', send: ['POST', MAPS, { body: '{"metadata":' }], status: 400, says: /json parse error/ },
  { what: 'a list as body', send: ['POST', MAPS, { body: [] }], status: 400, says: /must be one object/ },
  { what: 'a number as body', send: ['POST', MAPS, { body: '7' }], status: 400, says: /must be one object/ },
  { what: 'an empty body', send: ['POST', MAPS, { body: '' }], status: 400, says: /no body/ },
  {
    what: 'a huge body',
    send: ['POST', MAPS, { body: map({ name: 'big' }, { data: { a: 'x'.repeat(4 * 1024 * 1024) } }) }],
    status: 413,
    says: /Request entity too large: limit is 3145728/,
  },
  {
    what: 'deep JSON',
    send: ['POST', MAPS, { body: nested(100_000) }],
    status: 400,
    says: /exceeded max depth/,
  },
  {
    what: 'deep YAML',
    send: [
      'POST',
      MAPS,
      { body: `a: ${'['.repeat(5000)}${']'.repeat(5000)}`, contentType: 'application/yaml' },
    ],
    status: 400,
    says: /exceeded max depth/,
  },
  {
    what: 'YAML that grows by aliases',
    send: [
      'POST',
      MAPS,
      {
        body: `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d]`,
        contentType: 'application/yaml',
      },
    ],
    status: 400,
    says: /error decoding YAML/,
  },
  {
    what: 'text as body',
    send: ['POST', MAPS, { body: 'x', contentType: 'text/plain' }],
    status: 415,
    says: /unknown format/,
  },
  {
    what: 'protobuf that is none',
    send: ['POST', MAPS, { body: 'nonsense', contentType: 'application/vnd.kubernetes.protobuf' }],
    status: 400,
    says: /does not appear to be a protobuf message/,
  },
  {
    what: 'protobuf that ends too early',
    send: [
      'POST',
      MAPS,
      { body: Buffer.from('k8s\0\n\xff', 'latin1'), contentType: 'application/vnd.kubernetes.protobuf' },
    ],
    status: 400,
    says: /protobuf message cannot be read/,
  },
  {
    what: 'another kind',
    send: ['POST', MAPS, { body: { apiVersion: 'v1', kind: 'Secret' } }],
    status: 400,
    says: /cannot be handled as a ConfigMap/,
  },
  {
    what: 'a kind that is none',
    send: ['POST', MAPS, { body: { apiVersion: 'v1', kind: 'Nope' } }],
    status: 400,
    says: /no kind "Nope" is registered/,
  },
  {
    what: 'another version',
    send: ['POST', APPS, { body: { apiVersion: 'v1', kind: 'Deployment' } }],
    status: 400,
    says: /no kind "Deployment" is registered for version "v1"/,
  },
  {
    what: 'a text for a number',
    send: ['POST', APPS, { body: deployment('bad', { replicas: 'three' }) }],
    status: 400,
    says: /cannot unmarshal string into Go struct field DeploymentSpec\.spec\.replicas of type int32/,
  },
  {
    what: 'a fraction for a number',
    send: ['POST', APPS, { body: deployment('bad', { replicas: 1.5 }) }],
    status: 400,
    says: /cannot unmarshal number 1\.5 into Go struct field/,
  },
  {
    what: 'an object for a list',
    send: ['POST', APPS, { body: deployment('bad', {}, { env: { A: '1' } }) }],
    status: 400,
    says: /cannot unmarshal object into Go struct field Container\.spec\.template\.spec\.containers\.env of type \[\]v1\.EnvVar/,
  },
  {
    what: 'a number for a text',
    send: ['POST', MAPS, { body: map({ name: 'bad' }, { data: { a: 1 } }) }],
    status: 400,
    says: /cannot unmarshal number into Go struct field ConfigMap\.data\.a of type string/,
  },
  {
    what: 'an amount that is none',
    send: ['POST', APPS, { body: deployment('bad', {}, { resources: { limits: { cpu: 'lots' } } }) }],
    status: 400,
    says: /quantities must match the regular expression/,
  },
  {
    what: 'data that is not base64',
    send: ['POST', `${CORE}/secrets`, { body: { metadata: { name: 's' }, data: { a: '***' } } }],
    status: 400,
    says: /illegal base64 data at input byte 0/,
  },
  {
    what: 'an unknown field, strictly',
    send: ['POST', `${APPS}?fieldValidation=Strict`, { body: deployment('bad', { replicsa: 3 }) }],
    status: 400,
    says: /strict decoding error: unknown field "spec\.replicsa"/,
  },
  {
    what: 'no name',
    send: ['POST', MAPS, { body: map({}) }],
    status: 422,
    says: /metadata\.name: Required value: name or generateName is required/,
  },
  {
    what: 'a name in capitals',
    send: ['POST', MAPS, { body: map({ name: 'Bad' }) }],
    status: 422,
    says: /a lowercase RFC 1123 subdomain must consist of/,
  },
  {
    what: 'a name with a path',
    send: ['POST', MAPS, { body: map({ name: '../../etc' }) }],
    status: 422,
    says: /a lowercase RFC 1123 subdomain/,
  },
  {
    what: 'a name too long',
    send: ['POST', MAPS, { body: map({ name: 'a'.repeat(254) }) }],
    status: 422,
    says: /must be no more than 253 characters/,
  },
  {
    what: 'a label that is none',
    send: ['POST', MAPS, { body: map({ name: 'bad', labels: { 'a b': '!' } }) }],
    status: 422,
    says: /name part must consist of alphanumeric/,
  },
  {
    what: 'a key with a slash',
    send: ['POST', MAPS, { body: map({ name: 'bad' }, { data: { 'a/b': '' } }) }],
    status: 422,
    says: /a valid config key must consist of/,
  },
  {
    what: 'another namespace',
    send: ['POST', MAPS, { body: map({ name: 'bad', namespace: 'kube-system' }) }],
    status: 400,
    says: /does not match the namespace sent on the request/,
  },
  {
    what: 'a namespace that is not there',
    send: ['POST', '/api/v1/namespaces/nope/configmaps', { body: map({ name: 'x' }) }],
    status: 404,
    says: /^namespaces "nope" not found$/,
  },
  {
    what: 'a version in a new object',
    send: ['POST', MAPS, { body: map({ name: 'bad', resourceVersion: '5' }) }],
    status: 400,
    says: /resourceVersion should not be set/,
  },
  {
    what: 'no selector',
    send: ['POST', APPS, { body: deployment('bad', { selector: undefined }) }],
    status: 422,
    says: /^Deployment\.apps "bad" is invalid: .*spec\.selector: Required value/,
  },
  {
    what: 'a selector that misses its template',
    send: ['POST', APPS, { body: deployment('bad', { selector: { matchLabels: { app: 'x' } } }) }],
    status: 422,
    says: /`selector` does not match template `labels`/,
  },
  {
    what: 'no replicas below zero',
    send: ['POST', APPS, { body: deployment('bad', { replicas: -1 }) }],
    status: 422,
    says: /spec\.replicas: Invalid value: -1: must be greater than or equal to 0/,
  },
  {
    what: 'PUT under another name',
    send: ['PUT', `${MAPS}/kept`, { body: map({ name: 'other' }) }],
    status: 400,
    says: /does not match the name on the URL \(kept\)/,
  },
  {
    what: 'PUT of an old version',
    send: ['PUT', `${MAPS}/kept`, { body: map({ name: 'kept', resourceVersion: '1' }) }],
    status: 409,
    says: /the object has been modified; please apply your changes to the latest version/,
  },
  {
    what: 'PUT of what is not there',
    send: ['PUT', `${MAPS}/nope`, { body: map({ name: 'nope' }) }],
    status: 404,
    says: /configmaps "nope" not found/,
  },
  {
    what: 'a patch of no known kind',
    send: ['PATCH', `${MAPS}/kept`, { body: {}, contentType: 'application/json' }],
    status: 415,
    says: /415: Unsupported Media Type/,
  },
  {
    what: 'a JSON patch that is no list',
    send: ['PATCH', `${MAPS}/kept`, { body: {}, contentType: JSON_PATCH }],
    status: 400,
    says: /cannot unmarshal object into Go value of type \[\]handlers\.jsonPatchOp/,
  },
  {
    what: 'a JSON patch of an unknown operation',
    send: ['PATCH', `${MAPS}/kept`, { body: [{ op: 'smash', path: '/data' }], contentType: JSON_PATCH }],
    status: 422,
    says: /rejected our request due to an error in our request/,
  },
  {
    what: 'a JSON patch beside the document',
    send: [
      'PATCH',
      `${MAPS}/kept`,
      { body: [{ op: 'add', path: '/x/y/z', value: 1 }], contentType: JSON_PATCH },
    ],
    status: 422,
    says: /rejected our request due to an error in our request/,
  },
  {
    what: 'a JSON patch whose test fails',
    send: [
      'PATCH',
      `${MAPS}/kept`,
      { body: [{ op: 'test', path: '/data/a', value: 'no' }], contentType: JSON_PATCH },
    ],
    status: 422,
    says: /rejected our request due to an error in our request/,
  },
  {
    what: 'a JSON patch of the name',
    send: [
      'PATCH',
      `${MAPS}/kept`,
      { body: [{ op: 'replace', path: '/metadata/name', value: 'x' }], contentType: JSON_PATCH },
    ],
    status: 400,
    says: /the name of the object \(x\) does not match the name on the URL \(kept\)/,
  },
  {
    what: 'a JSON patch of everything',
    send: [
      'PATCH',
      `${MAPS}/kept`,
      { body: [{ op: 'replace', path: '', value: 3 }], contentType: JSON_PATCH },
    ],
    status: 422,
    says: /cannot unmarshal number/,
  },
  {
    what: 'a merge patch that is a list',
    send: ['PATCH', `${MAPS}/kept`, { body: [], contentType: MERGE }],
    status: 400,
    says: /cannot unmarshal array into Go value of type map/,
  },
  {
    what: 'a merge patch of the wrong type',
    send: ['PATCH', `${MAPS}/kept`, { body: { data: 'x' }, contentType: MERGE }],
    status: 422,
    says: /cannot unmarshal string into/,
  },
  {
    what: 'a merge patch of the kind',
    send: ['PATCH', `${MAPS}/kept`, { body: { kind: 'Secret' }, contentType: MERGE }],
    status: 400,
    says: /must keep apiVersion v1, kind ConfigMap/,
  },
  {
    what: 'an unknown directive',
    send: ['PATCH', `${MAPS}/kept`, { body: { data: { $patch: 'explode' } }, contentType: STRATEGIC }],
    status: 422,
    says: /unknown \$patch directive: explode/,
  },
  {
    what: 'apply without a manager',
    send: ['PATCH', `${MAPS}/kept`, { body: map({ name: 'kept' }), contentType: APPLY }],
    status: 422,
    says: /fieldManager: Required value: is required for apply patch/,
  },
  {
    what: 'apply of an unknown field',
    send: [
      'PATCH',
      `${MAPS}/kept?fieldManager=m`,
      { body: map({ name: 'kept' }, { daat: {} }), contentType: APPLY },
    ],
    status: 400,
    says: /\.daat: field not declared in schema/,
  },
  {
    what: 'apply of no YAML',
    send: ['PATCH', `${MAPS}/kept?fieldManager=m`, { body: 'a: [', contentType: APPLY }],
    status: 400,
    says: /error decoding YAML/,
  },
  {
    what: 'apply with managed fields',
    send: [
      'PATCH',
      `${MAPS}/kept?fieldManager=m`,
      { body: map({ name: 'kept', managedFields: [{}] }), contentType: APPLY },
    ],
    status: 400,
    says: /metadata\.managedFields must be nil/,
  },
  {
    what: 'apply of two containers alike',
    send: [
      'PATCH',
      `${APPS}/twins?fieldManager=m`,
      {
        body: deployment('twins', { template: { spec: { containers: [{ name: 'a' }, { name: 'a' }] } } }),
        contentType: APPLY,
      },
    ],
    status: 400,
    says: /duplicate entries for key \[name="a"\]/,
  },
  {
    what: 'force without apply',
    send: ['PATCH', `${MAPS}/kept?force=true`, { body: {}, contentType: MERGE }],
    status: 422,
    says: /force: Forbidden: may not be specified for non-apply patch/,
  },
  {
    what: 'a dry run of something',
    send: ['POST', `${MAPS}?dryRun=Some`, { body: map({ name: 'x' }) }],
    status: 422,
    says: /dryRun: Unsupported value/,
  },
  {
    what: 'a field validation of its own',
    send: ['POST', `${MAPS}?fieldValidation=Maybe`, { body: map({ name: 'x' }) }],
    status: 422,
    says: /fieldValidation: Unsupported value: "Maybe"/,
  },
  {
    what: 'a label selector',
    send: ['GET', `${MAPS}?labelSelector=a%3D%3D%3Db`],
    status: 400,
    says: /unable to parse requirement/,
  },
  {
    what: 'a field selector',
    send: ['GET', `${MAPS}?fieldSelector=data.a%3D1`],
    status: 400,
    says: /"data\.a" is not a known field selector: only "metadata\.name"/,
  },
  {
    what: 'a version to list',
    send: ['GET', `${MAPS}?resourceVersion=latest`],
    status: 400,
    says: /resourceVersion: Invalid value: "latest"/,
  },
  {
    what: 'a version to watch',
    send: ['GET', `${MAPS}?watch=1&resourceVersion=-4`],
    status: 400,
    says: /resourceVersion: Invalid value: "-4"/,
  },
  { what: 'a limit', send: ['GET', `${MAPS}?limit=many`], status: 400, says: /parsing "many"/ },
  {
    what: 'a continuation',
    send: ['GET', `${MAPS}?limit=1&continue=zzz`],
    status: 400,
    says: /continue key is not valid/,
  },
  {
    what: 'a watch that is neither',
    send: ['GET', `${MAPS}?watch=perhaps`],
    status: 400,
    says: /strconv\.ParseBool: parsing "perhaps"/,
  },
  {
    what: 'a name that climbs',
    send: ['GET', `${MAPS}/..%2F..%2Fsecrets`],
    status: 400,
    says: /may not contain '\/'/,
  },
  { what: 'a name of dots', send: ['DELETE', `${MAPS}/%2e%2e`], status: 400, says: /may not be '\.\.'/ },
  {
    what: 'a broken escape',
    send: ['GET', `${MAPS}/%zz`],
    status: 400,
    says: /not percent-encoded correctly/,
  },
  {
    what: 'an unknown resource',
    send: ['GET', `${CORE}/gizmos`],
    status: 404,
    says: /could not find the requested resource/,
  },
  {
    what: 'an unknown group',
    send: ['GET', '/apis/nope.io/v1'],
    status: 404,
    says: /could not find the requested resource/,
  },
  {
    what: 'an unknown subresource',
    send: ['GET', `${MAPS}/kept/status`],
    status: 404,
    says: /could not find/,
  },
  {
    what: 'a collection across namespaces to write to',
    send: ['POST', '/api/v1/configmaps', { body: map({ name: 'x' }) }],
    status: 405,
    says: /does not allow this method/,
  },
  {
    what: 'a method that is none',
    send: ['LINK', `${MAPS}/kept`],
    status: 405,
    says: /does not allow this method/,
  },
  {
    what: 'delete options of the wrong type',
    send: ['DELETE', `${MAPS}/kept`, { body: { gracePeriodSeconds: 'soon' } }],
    status: 400,
    says: /cannot unmarshal string into/,
  },
  {
    what: 'an unknown propagation policy',
    send: ['DELETE', `${MAPS}/kept?propagationPolicy=Sideways`],
    status: 422,
    says: /propagationPolicy: Unsupported value: "Sideways"/,
  },
  {
    what: 'a precondition that does not hold',
    send: ['DELETE', `${MAPS}/kept`, { body: { preconditions: { uid: 'x' } } }],
    status: 409,
    says: /the UID in the precondition \(x\) does not match/,
  },
  {
    what: 'a namespace of the system',
    send: ['DELETE', '/api/v1/namespaces/kube-system'],
    status: 403,
    says: /this namespace may not be deleted/,
  },
  {
    what: 'a form that is not made',
    send: ['GET', MAPS, { accept: 'application/pdf' }],
    status: 406,
    says: /Available representations: application\/json, application\/yaml/,
  },
  { what: 'no token', send: ['GET', MAPS, { token: null }], status: 401, says: /^Unauthorized$/ },
  { what: 'an unknown token', send: ['GET', MAPS, { token: 'a.b.c' }], status: 401, says: /^Unauthorized$/ },
  {
    what: 'a checkpoint outside',
    send: ['POST', '/emulator/checkpoints/..%2Fx'],
    status: 400,
    says: /cannot name a checkpoint/,
  },
  {
    what: 'a checkpoint that is not there',
    send: ['POST', '/emulator/checkpoints/nope/restore'],
    status: 404,
    says: /there is no checkpoint "nope"; there are: empty/,
  },
];

describe('bad input to the Kubernetes API', () => {
  let cluster: TestCluster;
  let untouched: string[];

  /** Every object that is there, with its version. */
  const everything = async (): Promise<string[]> => {
    const lists = [
      '/api/v1/configmaps',
      '/api/v1/secrets',
      '/apis/apps/v1/deployments',
      '/api/v1/namespaces',
    ];
    const found: string[] = [];
    for (const list of lists) {
      const { body } = await cluster.ask<{ items: KubeObject[] }>('GET', list);
      found.push(
        ...body.items.map(
          ({ metadata }) => `${metadata.namespace}/${metadata.name}@${metadata.resourceVersion}`,
        ),
      );
    }
    return found;
  };

  before(async () => {
    cluster = await TestCluster.start();
    await cluster.ask('POST', MAPS, { body: map({ name: 'kept' }, { data: { a: '1' } }) });
    untouched = await everything();
  });

  after(() => cluster.stop());

  for (const { what, send, status, says } of CASES) {
    it(`refuses ${what} with ${status} and changes nothing`, async () => {
      const [method, path, ask] = send;
      const answer = await cluster.ask<Status>(method, path, ask);
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      assert.equal(answer.body.kind, 'Status');
      assert.equal(answer.body.code, status);
      assert.match(answer.body.message ?? '', says);
      assert.deepEqual(await everything(), untouched);
      assert.deepEqual(cluster.log, []);
    });
  }
});

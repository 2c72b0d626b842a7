import assert from 'node:assert/strict';
import type { Container, Pod } from '../../controllers/objects/pod';
import type { KubeObject } from '../../store/kube-object';
import { resolveEnvironment } from './resolve';

const objects: Record<string, { data: Record<string, string> }> = {
  'Secret keys': { data: { token: Buffer.from('s3cret').toString('base64') } },
  'ConfigMap settings': { data: { algorithm: 'v2', region: 'eu' } },
};
const lookup = (kind: string, name: string) => objects[`${kind} ${name}`] as KubeObject | undefined;

function resolve(container: Partial<Container>) {
  const pod = {
    metadata: { name: 'trade-1', namespace: 'trading', uid: 'u1', labels: { region: 'eu' } },
    spec: { nodeName: 'embedded', containers: [] },
  } as unknown as Pod;
  return resolveEnvironment(pod, { name: 'app', image: 'nginx', ...container }, '10.244.0.7', lookup);
}

describe('environment of a container', () => {
  const rows: [what: string, container: Partial<Container>, variables: Record<string, string>][] = [
    ['plain values', { env: [{ name: 'A', value: 'x' }, { name: 'B' }] }, { A: 'x', B: '' }],
    [
      'a key of a Secret',
      { env: [{ name: 'T', valueFrom: { secretKeyRef: { name: 'keys', key: 'token' } } }] },
      { T: 's3cret' },
    ],
    [
      'a key of a ConfigMap',
      { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'algorithm' } } }] },
      { A: 'v2' },
    ],
    [
      'all of a ConfigMap, with a prefix',
      { envFrom: [{ prefix: 'S_', configMapRef: { name: 'settings' } }] },
      { S_algorithm: 'v2', S_region: 'eu' },
    ],
    [
      'later ones over earlier ones',
      { envFrom: [{ configMapRef: { name: 'settings' } }], env: [{ name: 'region', value: 'us' }] },
      { algorithm: 'v2', region: 'us' },
    ],
    [
      'references to earlier variables',
      {
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '$(A)-$(C)-$$(A)' },
        ],
      },
      { A: '1', B: '1-$(C)-$(A)' },
    ],
    [
      'nothing for what is optional and missing',
      {
        envFrom: [{ secretRef: { name: 'no', optional: true } }],
        env: [{ name: 'X', valueFrom: { secretKeyRef: { name: 'keys', key: 'no', optional: true } } }],
      },
      {},
    ],
    [
      'fields of the pod',
      {
        env: ['metadata.name', "metadata.labels['region']", 'status.podIP', 'spec.nodeName'].map(
          (fieldPath) => ({
            name: fieldPath,
            valueFrom: { fieldRef: { fieldPath } },
          }),
        ),
      },
      {
        'metadata.name': 'trade-1',
        "metadata.labels['region']": 'eu',
        'status.podIP': '10.244.0.7',
        'spec.nodeName': 'embedded',
      },
    ],
    [
      'resources of the container',
      {
        resources: { requests: { cpu: '200m', memory: '256Mi' } },
        env: [
          { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'requests.cpu', divisor: '1m' } } },
          {
            name: 'MEMORY',
            valueFrom: { resourceFieldRef: { resource: 'requests.memory', divisor: '1Mi' } },
          },
          { name: 'LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
        ],
      },
      { CPU: '200', MEMORY: '256', LIMIT: '32' },
    ],
  ];
  for (const [what, container, variables] of rows) {
    it(`holds ${what}`, () => assert.deepEqual(resolve(container), { variables }));
  }

  const problems: [container: Partial<Container>, problem: string][] = [
    [{ envFrom: [{ secretRef: { name: 'no' } }] }, 'secret "no" not found'],
    [{ envFrom: [{ configMapRef: { name: 'no' } }] }, 'configmap "no" not found'],
    [
      { env: [{ name: 'X', valueFrom: { secretKeyRef: { name: 'no', key: 'k' } } }] },
      'secret "no" not found',
    ],
    [
      { env: [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'settings', key: 'k' } } }] },
      "couldn't find key k in ConfigMap trading/settings",
    ],
  ];
  for (const [container, problem] of problems) {
    it(`cannot be made: ${problem}`, () => assert.deepEqual(resolve(container), { problem }));
  }
});

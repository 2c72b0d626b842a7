import assert from 'node:assert/strict';
import type { Unit } from '../cub/unit';
import { createRedactor } from '../report/redact';
import { HubMemory } from '../tutorial/hub';
import { Names } from '../tutorial/names';
import type { Tutorial } from '../tutorial/tutorial';
import { changeRecord } from './change-record';
import { takeSnapshot } from './snapshot';

const names = new Names('brave-otter-1-');

const data = (password: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: trade-service
  namespace: brave-otter-1-traderx-prod-eu
spec:
  replicas: 5
  template:
    spec:
      containers:
        - image: traderx/trade-service:v1
          env:
            - name: TRADING_ALGORITHM
              value: v1
            - name: DB_PASSWORD
              value: ${password}
`;

const unit = (id: string, space: string, slug: string, more: Partial<Unit> = {}): Unit => ({
  id,
  slug,
  space: names.full(space),
  data: 'kind: Namespace\n',
  head: 1,
  live: 0,
  lastApplied: 0,
  gates: [],
  warnings: [],
  approvers: [],
  description: '',
  ...more,
});

const deployment = (namespace: string) => ({
  metadata: { name: 'trade-service', namespace },
  spec: { replicas: 5, template: { spec: { containers: [{ image: 'traderx/trade-service:v1' }] } } },
  status: { readyReplicas: 4, updatedReplicas: 5 },
});

const units = [
  unit('1', 'traderx-base', 'trade-service', { head: 3 }),
  unit('2', 'traderx-prod-eu', 'trade-service', {
    data: data('canary-password'),
    live: 1,
    target: 'brave-otter-1-traderx-infra-worker',
    upstream: { id: '1', slug: 'trade-service', revision: 1, head: 3 },
  }),
];

const tutorial = {
  names,
  memory: new HubMemory(),
  cub: {
    units: { list: async () => units },
    links: {
      list: async (space: string) =>
        space.endsWith('eu') ? [{ slug: 'l', space, from: 'trade-service', to: 'ns-eu', toSpace: '' }] : [],
    },
  },
  cluster: {
    list: async () => [deployment('brave-otter-1-traderx-prod-eu'), deployment('somebody-elses')],
  },
} as unknown as Tutorial;

describe('a snapshot of hub and cluster', () => {
  const redactor = createRedactor();

  it('tells units, links and Deployments by the names of the tutorial, and no secret', async () => {
    const { units: seen, links, deployments } = await takeSnapshot(tutorial, 'after', redactor);
    assert.deepEqual(seen, [
      { space: 'traderx-base', unit: 'trade-service', revision: 3, live: 0 },
      {
        space: 'traderx-prod-eu',
        unit: 'trade-service',
        revision: 1,
        live: 1,
        upstream: { space: 'traderx-base', unit: 'trade-service', behind: 2 },
        target: 'traderx-infra-worker',
        service: {
          name: 'trade-service',
          namespace: 'traderx-prod-eu',
          replicas: 5,
          image: 'traderx/trade-service:v1',
          settings: { TRADING_ALGORITHM: 'v1', DB_PASSWORD: '••••••' },
        },
      },
    ]);
    assert.deepEqual(links, [
      { space: 'traderx-prod-eu', from: 'trade-service', to: 'ns-eu', toSpace: 'traderx-prod-eu' },
    ]);
    assert.deepEqual(deployments, [
      {
        namespace: 'traderx-prod-eu',
        name: 'trade-service',
        wanted: 5,
        ready: 4,
        updated: 5,
        image: 'traderx/trade-service:v1',
      },
    ]);
  });

  it('leaves the links for the end', async () =>
    assert.equal((await takeSnapshot(tutorial, 'before', redactor)).links, undefined));
});

describe('the record of a change', () => {
  it('masks secrets before anybody compares', () => {
    const [, eu] = units;
    assert.ok(eu);
    const change = { before: eu, after: { ...eu, head: 2, data: data('another-canary') } };
    const { space, before, after } = changeRecord(change, names, createRedactor());
    assert.equal(space, 'traderx-prod-eu');
    assert.deepEqual([before?.revision, after?.revision], [1, 2]);
    assert.equal(before?.data, after?.data);
    assert.doesNotMatch(JSON.stringify([before, after]), /canary/);
  });
});

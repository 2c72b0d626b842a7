import assert from 'node:assert/strict';
import { compileWhereData } from './index';

const UNIT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: trade-service
  namespace: prod-eu
  labels:
    app.kubernetes.io/name: trade
spec:
  replicas: 5
  paused: false
  ratio: 1.5
  nothing:
  template:
    spec:
      containers:
        - name: trade-service
          image: ghcr.io/finos/traderx/trade-service:v1
          resources:
            limits:
              memory: 512Mi
              cpu: 1
        - name: proxy
          image: envoy@sha256:abc
---
apiVersion: v1
kind: Service
metadata:
  name: trade-service
spec:
  type: ClusterIP
  ports:
    - port: 80
`;
const DEPLOYMENT = 'apps/v1/Deployment';
const containers = 'spec.template.spec.containers';

const yes: [string, string | undefined][] = [
  ['', DEPLOYMENT],
  ['', undefined],
  ['', '*'],
  ['', ''],
  ['spec.replicas = 5', DEPLOYMENT],
  ['spec.replicas > 2', undefined],
  ['spec.replicas != 4', DEPLOYMENT],
  ['spec.replicas IN (4, 5)', DEPLOYMENT],
  ["spec.replicas NOT IN ('4')", DEPLOYMENT],
  ['spec.paused = false', DEPLOYMENT],
  ['spec.paused != true', DEPLOYMENT],
  ["metadata.name = 'trade-service'", 'v1/Service'],
  ["metadata.labels.app~1kubernetes~1io/name = 'trade'", DEPLOYMENT],
  [`${containers}.0.image LIKE '%:v1'`, DEPLOYMENT],
  [`${containers}.*.image LIKE '%trade-service:v1'`, DEPLOYMENT],
  [`${containers}.*.image ~ 'envoy'`, DEPLOYMENT],
  [`${containers}.?name=proxy.image LIKE 'envoy%'`, DEPLOYMENT],
  [`${containers}.?name:container-name=proxy.image LIKE 'envoy%'`, DEPLOYMENT],
  [`${containers}.*?name:container-name.image ILIKE 'ENVOY%'`, DEPLOYMENT],
  [`${containers}.*.image#reference = ':v1'`, DEPLOYMENT],
  [`${containers}.*.image#reference = '@sha256:abc'`, DEPLOYMENT],
  [`${containers}.*.image#uri = 'envoy'`, DEPLOYMENT],
  [`${containers}.*.image#reference IN (':v1')`, DEPLOYMENT],
  [`${containers}.0.resources.limits.memory > '200Mi'`, DEPLOYMENT],
  [`${containers}.0.resources.limits.memory = '0.5Gi'`, DEPLOYMENT],
  [`${containers}.0.resources.limits.memory <= '512Mi'`, DEPLOYMENT],
  [`${containers}.0.resources.limits.memory LIKE '512%'`, DEPLOYMENT],
  [`${containers}.0.resources.limits.cpu = 1`, DEPLOYMENT],
  [`${containers}.0.|resources.limits.memory = '512Mi'`, DEPLOYMENT],
  ['spec.|absent != 1', DEPLOYMENT],
  ["ConfigHub.ResourceType = 'v1/Service'", undefined],
  ["ConfigHub.ResourceName = 'prod-eu/trade-service'", undefined],
  ["spec.replicas = 5 AND metadata.namespace = 'prod-eu'", DEPLOYMENT],
  ['spec.ports.0.port = 80', 'v1/Service'],
];

const no: [string, string | undefined][] = [
  ['', 'v1/ConfigMap'],
  ['spec.replicas = 5', 'v1/Service'],
  ['spec.replicas > 5', DEPLOYMENT],
  ['spec.replicas = 4', DEPLOYMENT],
  ["spec.replicas = '5'", DEPLOYMENT],
  ['spec.replicas IN (4)', DEPLOYMENT],
  ['spec.replicas NOT IN (5)', DEPLOYMENT],
  ['spec.absent = 1', DEPLOYMENT],
  ['spec.absent != 1', DEPLOYMENT],
  ['spec.|absent = 1', DEPLOYMENT],
  ['absent.|replicas != 1', DEPLOYMENT],
  ['spec.ratio = 1', DEPLOYMENT],
  ["spec.nothing != 'x'", DEPLOYMENT],
  ["spec.template != 'x'", DEPLOYMENT],
  ["spec.template NOT IN ('x')", DEPLOYMENT],
  ['spec.replicas.x = 5', DEPLOYMENT],
  [`${containers}.9.image LIKE '%'`, DEPLOYMENT],
  [`${containers}.?name=absent.image LIKE '%'`, DEPLOYMENT],
  [`${containers}.*?absent.image LIKE '%'`, DEPLOYMENT],
  [`${containers}.*.image#reference = ':v2'`, DEPLOYMENT],
  ["metadata.name#reference = ':v1'", DEPLOYMENT],
  ["metadata.name#nope = 'trade-service'", DEPLOYMENT],
  [`${containers}.0.resources.limits.memory > '600Mi'`, DEPLOYMENT],
  [`${containers}.0.resources.limits.memory > '512Mi'`, DEPLOYMENT],
  ["ConfigHub.ResourceType = 'v1/ConfigMap'", undefined],
  ["spec.replicas = 5 AND metadata.namespace = 'prod-us'", DEPLOYMENT],
  ["spec.replicas = 5 AND spec.type = 'ClusterIP'", undefined],
];

describe('where-data', () => {
  for (const [expression, type] of yes) {
    it(`matches ${type ?? 'any'}: ${expression}`, () =>
      assert.equal(compileWhereData(expression, type)(UNIT), true));
  }
  for (const [expression, type] of no) {
    it(`does not match ${type ?? 'any'}: ${expression}`, () =>
      assert.equal(compileWhereData(expression, type)(UNIT), false));
  }

  it('finds nothing in data that is none', () => {
    assert.equal(compileWhereData('')('hello'), false);
    assert.equal(compileWhereData('', 'v1/Service')(''), false);
  });
});

import assert from 'node:assert/strict';
import { parseConfig } from '../config-data/index';
import { compileResourceMatch } from './data';
import { compileWhereData } from './index';

const UNIT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: trade-service
  namespace: prod-eu
  labels:
    app.kubernetes.io/name: trade
    note: Not An Image
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
              disk: lots
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
  ['spec.replicas NOT  IN (4)', DEPLOYMENT],
  ['spec.paused IN (false)', DEPLOYMENT],
  [`${containers}.0.resources.limits.|memory > '60Mi'`, DEPLOYMENT],
  [`${containers}.*.resources.limits.memory > '60Mi'`, DEPLOYMENT],
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
  ["metadata.labels.note#uri = ''", DEPLOYMENT],
  ["metadata.labels.note#reference = ''", DEPLOYMENT],
  ["metadata.name#uri = 'trade-service'", DEPLOYMENT],
  ["metadata.name#nope = ''", DEPLOYMENT],
  [`${containers}.0.image#nope = ''`, DEPLOYMENT],
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
  ['spec.replicas LIKE 5', DEPLOYMENT],
  [`${containers}.0.resources.limits.memory > 'x'`, DEPLOYMENT],
  [`${containers}.0.resources.limits.memory < '1Ki'`, DEPLOYMENT],
  ["spec.replicas#reference = ''", DEPLOYMENT],
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
  [`${containers}.0.resources.limits.disk > '1Mi'`, DEPLOYMENT],
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

describe('a condition on one resource', () => {
  const [deployment] = parseConfig(UNIT);
  assert.ok(deployment);
  const told = (expression: string): string[] => compileResourceMatch(expression)(deployment).errors;
  const errors: Record<string, string[]> = {
    "spec.replicas = '5'": ['value 5 at path spec.replicas is of type int but expected string'],
    'spec.paused = 1': ['value false at path spec.paused is of type bool but expected int'],
    'metadata.name = true': ['value trade-service at path metadata.name is of type string but expected bool'],
    'spec.ratio = 1': ['value 1.5 at path spec.ratio is of type float but expected int'],
    'spec.nothing = 1': ['value  at path spec.nothing is of type null but expected int'],
    'spec.template = 1': ['value  at path spec.template is of type map but expected int'],
    [`${containers} = 1`]: [`value  at path ${containers} is of type list but expected int`],
    [`${containers}.*.image = 1`]: [
      `value ghcr.io/finos/traderx/trade-service:v1 at path ${containers}.0.image is of type string but expected int`,
      `value envoy@sha256:abc at path ${containers}.1.image is of type string but expected int`,
    ],
    [`${containers}.0.image#reference = 1`]: [
      `value :v1 at path ${containers}.0.image#reference is of type string but expected int`,
    ],
    "spec.|replicas = 'x'": ['value 5 at path spec.replicas is of type int but expected string'],
    "spec.replicas = 'x' AND spec.paused = 'y'": [
      'value 5 at path spec.replicas is of type int but expected string',
      'value false at path spec.paused is of type bool but expected string',
    ],
    'spec.replicas = 5': [],
    'spec.|absent = 5': [],
    'spec.template IN (5)': [],
  };
  for (const [expression, expected] of Object.entries(errors)) {
    it(`tells what cannot be compared: ${expression}`, () => assert.deepEqual(told(expression), expected));
  }

  const hints: Record<string, RegExp> = {
    "a CONTAINS 'x'":
      /: a part of a text is asked with LIKE '%text%', a number with its path: spec\.replicas = 5$/,
    "a contains 'x'": /: a part of a text is asked/,
    "a x CONTAINS 'x'": /: the operators are = != < > <= >= LIKE ILIKE ~~ !~~ ~ ~\* !~ !~\* IN NOT IN$/,
    "a NOT LIKE 'x'": /: config data is asked with = != .*; negation of LIKE is !~~$/,
    'a IS NULL': /; negation of LIKE is !~~$/,
    'a x NOT': /: the operators are/,
    'a x IS': /: the operators are/,
    '*': /: leave --where-data out to take all resources of the type$/,
    '= 1':
      /^invalid path at `= 1`: a condition starts with a path, as in spec\.template\.spec\.containers\.\*\.image$/,
    'a > true': /^invalid boolean operator `>`/,
  };
  for (const [expression, hint] of Object.entries(hints)) {
    it(`says what to write instead of ${expression}`, () =>
      assert.throws(() => compileResourceMatch(expression), { message: hint }));
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Namespace, Service } from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';
import { decode } from '../emulators/kubernetes/schema/decode';
import type { FieldType } from '../emulators/kubernetes/schema/types';
import { serviceConfig } from './config';
import { PLACEHOLDER } from './services';

const models = { Deployment, Namespace, Service };

type Kind = keyof typeof models;

interface Manifest {
  kind: Kind;
  metadata: { name: string; namespace?: string };
}

const read = (name: string): string =>
  readFileSync(join(__dirname, '..', '..', 'k8s', `${name}.yaml`), 'utf8');
const objectsOf = (name: string): Manifest[] =>
  parseAllDocuments(read(name), { strict: true }).map((document) => document.toJS() as Manifest);

const structs: Record<Kind, FieldType> = {
  Deployment: '#apps.v1.Deployment',
  Namespace: '#core.v1.Namespace',
  Service: '#core.v1.Service',
};

/** Fields that the published description of the Kubernetes API does not have. */
const unknownFields = (object: { kind: Kind; metadata: object }): string[] =>
  decode(object, structs[object.kind]).unknownFields;

describe('the manifests', () => {
  for (const name of ['namespace', 'namespace-base', 'reference-data', 'trade-service']) {
    it(`${name}.yaml is what Kubernetes takes, without a field that it does not know`, () => {
      for (const object of objectsOf(name)) {
        const Model = models[object.kind];
        new Model(object as never).validate();
        assert.deepEqual(unknownFields(object), []);
      }
    });
  }

  it('are told from manifests with a field too many', () =>
    assert.deepEqual(unknownFields({ kind: 'Namespace', metadata: { name: 'a', colour: 'red' } }), [
      'metadata.colour',
    ]));

  it('leave the namespace of services open', () => {
    for (const name of ['reference-data', 'trade-service']) {
      assert.deepEqual(
        objectsOf(name).map(({ kind, metadata }) => [kind, metadata.namespace]),
        [
          ['Deployment', PLACEHOLDER],
          ['Service', PLACEHOLDER],
        ],
      );
    }
  });

  it('give the base of trade-service a number of replicas that no region has', () =>
    assert.equal(serviceConfig(read('trade-service')).replicas, 1));

  it('tell what the services are set to', () => {
    assert.deepEqual(serviceConfig(read('trade-service')).settings, {
      SERVICE_NAME: 'trade-service',
      REFERENCE_DATA_URL: 'http://reference-data:8080',
      TRADING_ALGORITHM: 'v1',
      CIRCUIT_BREAKER: 'false',
    });
    assert.equal(serviceConfig(read('reference-data')).settings.MARKET_DATA_SOURCE, 'NYSE,NASDAQ,LSE');
  });
});

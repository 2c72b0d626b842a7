import assert from 'node:assert/strict';
import { DecodeError, decode } from './decode';

describe('decoder', () => {
  const pod = (spec: object) => ({ metadata: { name: 'p' }, spec: { containers: [{ name: 'c' }], ...spec } });

  it('names unknown fields where they stand, and drops them', () => {
    const { value, unknownFields } = decode(
      { ...pod({ containers: [{ name: 'c', imagee: 'x' }], hostnam: 'y' }), extra: 1 },
      '#core.v1.Pod',
    );
    assert.deepEqual(unknownFields.sort(), ['extra', 'spec.containers[0].imagee', 'spec.hostnam']);
    assert.deepEqual(value, { metadata: { name: 'p' }, spec: { containers: [{ name: 'c' }] } });
  });

  it('leaves out what says nothing', () => {
    const said = { nodeSelector: {}, tolerations: [], hostname: '', hostNetwork: false, priority: null };
    assert.deepEqual(decode(pod(said), '#core.v1.Pod').value, pod({}));
  });

  it('keeps zeros and empty objects that mean something', () => {
    const said = {
      securityContext: {},
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
    };
    assert.deepEqual(decode(pod(said), '#core.v1.Pod').value, pod(said));
  });

  it('keeps a key named __proto__ as data', () => {
    const map = JSON.parse('{"data":{"__proto__":"x"}}') as object;
    const { data } = decode(map, '#core.v1.ConfigMap').value;
    assert.deepEqual(Object.keys(data ?? {}), ['__proto__']);
  });

  it('refuses a number out of range', () => {
    assert.throws(
      () => decode({ spec: { replicas: 2 ** 40 } }, '#apps.v1.Deployment'),
      (error) =>
        error instanceof DecodeError &&
        /cannot unmarshal number 1099511627776 .* of type int32/.test(error.message),
    );
  });
});

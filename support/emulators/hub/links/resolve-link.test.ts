import assert from 'node:assert/strict';
import { accumulate, diffConfig, markLocal, type ResourceMutation } from '../merge/index';
import { resolveLink } from './index';

const service = (namespace: string): string => `apiVersion: v1
kind: Service
metadata:
  name: trade-service
  namespace: ${namespace} # where it runs
`;
const namespace = (name: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;
const LINKED = 7;

function link(fromData: string, toData: string, fromSources: ResourceMutation[] = []) {
  return resolveLink({
    fromData,
    toData,
    fromSources,
    setByLink: (index) => index === LINKED,
    index: LINKED,
  });
}

describe('a link', () => {
  for (const placeholder of ['confighubplaceholder', 'my-confighubplaceholder', 'replaceme']) {
    it(`fills ${placeholder} with the name of the namespace, in place`, () => {
      assert.equal(link(service(placeholder), namespace('prod-us')).data, service('prod-us'));
    });
  }

  it('records what it set as written here', () => {
    const { mutations } = link(service('confighubplaceholder'), namespace('prod-us'));
    assert.deepEqual(
      mutations.map((mutation) => mutation.PathMutationMap),
      [
        {
          'metadata.namespace': {
            MutationType: 'Update',
            Index: LINKED,
            Predicate: false,
            Value: 'prod-us # where it runs\n',
          },
        },
      ],
    );
  });

  it('leaves a value that somebody set', () => {
    const data = service('default');
    const result = link(
      data,
      namespace('prod-us'),
      markLocal(diffConfig(service('confighubplaceholder'), data, 2)),
    );
    assert.equal(result.data, data);
    assert.deepEqual(
      result.mutations.map(({ ResourceMutationInfo }) => ResourceMutationInfo.MutationType),
      ['None'],
    );
  });

  it('fills nothing with another placeholder', () => {
    assert.equal(
      link(service('confighubplaceholder'), namespace('confighubplaceholder')).data,
      service('confighubplaceholder'),
    );
  });

  it('fills nothing from a unit that provides nothing of the kind', () => {
    const data = service('confighubplaceholder');
    assert.equal(link(data, service('default').replace('trade-service', 'reference-data')).data, data);
    assert.equal(link(data, '').data, data);
  });

  it('follows the namespace when it set the value before', () => {
    const first = link(service('confighubplaceholder'), namespace('prod-us'));
    const sources = accumulate(diffConfig('', service('confighubplaceholder'), 1), first.mutations);
    assert.equal(link(first.data, namespace('prod-eu'), sources).data, service('prod-eu'));
  });

  it('fills references to configuration and accounts in a pod, and finds them again', () => {
    const pod = (config: string, account: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: trade-service
  namespace: default
spec:
  template:
    spec:
      serviceAccountName: ${account}
      containers:
        - name: main
          env:
            - name: FIRST
              value: "1"
            - name: MODE
              valueFrom:
                configMapKeyRef:
                  name: ${config}
                  key: mode
`;
    const settings = (name: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: robot\n`;
    const start = pod('confighubplaceholder', 'confighubplaceholder');
    const first = link(start, settings('a'));
    assert.equal(first.data, pod('a', 'robot'));
    const moved = first.data.replace('            - name: FIRST\n              value: "1"\n', '');
    assert.equal(
      link(moved, settings('b'), accumulate(diffConfig('', start, 1), first.mutations)).data,
      pod('b', 'robot').replace('            - name: FIRST\n              value: "1"\n', ''),
    );
  });

  it('needs no namespace for what lives outside of one', () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: r\n  namespace: confighubplaceholder\n';
    assert.equal(link(role, namespace('prod-us')).data, role);
  });
});

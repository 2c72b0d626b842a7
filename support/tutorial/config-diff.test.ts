import assert from 'node:assert/strict';
import { describeDifference, differences } from './config-diff';

const config = (replicas: number, ...env: string[]): string => `kind: Deployment
metadata: {name: a}
spec:
  replicas: ${replicas}
  containers:
    - name: c
      env: [${env.map((pair) => `{name: ${pair.split('=')[0]}, value: ${pair.split('=')[1]}}`).join(', ')}]
`;

describe('differences of config data', () => {
  const told = (before: string, after: string): string[] =>
    differences(before, after).map(describeDifference);

  it('are none between equal data, whatever their comments', () =>
    assert.deepEqual(told(config(1, 'A=x'), `# hello\n${config(1, 'A=x')}`), []));
  it('tell a changed value', () =>
    assert.deepEqual(told(config(1), config(2)), ['Deployment a: spec.replicas 1 → 2']));
  it('go by the names of list entries, not by their positions', () =>
    assert.deepEqual(told(config(1, 'A=x', 'B=y'), config(1, 'B=y', 'A=z')), [
      'Deployment a: spec.containers.c.env.A.value x → z',
    ]));
  it('tell what is new and what is gone', () =>
    assert.deepEqual(
      differences(config(1, 'A=x'), config(1, 'B=y')).map(({ path, before, after }) => [
        path.split('env.')[1],
        before,
        after,
      ]),
      [
        ['A.name', 'A', undefined],
        ['A.value', 'x', undefined],
        ['B.name', undefined, 'B'],
        ['B.value', undefined, 'y'],
      ],
    ));
});

import assert from 'node:assert/strict';
import type { Deployment, IntOrPercent } from '../objects/workloads';
import { fencepostsOf, resolveIntOrPercent } from './fenceposts';

describe('fenceposts of a rolling update', () => {
  const rows: [
    replicas: number,
    surge: IntOrPercent,
    unavailable: IntOrPercent,
    expected: [number, number],
  ][] = [
    [3, '25%', '25%', [1, 0]],
    [5, '25%', '25%', [2, 1]],
    [2, '25%', '25%', [1, 0]],
    [1, '25%', '25%', [1, 0]],
    [4, '25%', '25%', [1, 1]],
    [10, '30%', '30%', [3, 3]],
    [2, '0%', '1%', [0, 1]],
    [1, 0, '1%', [0, 1]],
    [2, 1, 0, [1, 0]],
    [2, '100%', 5, [2, 2]],
    [0, '25%', '25%', [0, 0]],
    [0, 0, 1, [0, 0]],
  ];
  for (const [replicas, maxSurge, maxUnavailable, [surge, unavailable]] of rows) {
    it(`${replicas} pods, surge ${maxSurge}, unavailable ${maxUnavailable}: ${surge} more, ${unavailable} fewer`, () => {
      const spec = {
        replicas,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
      };
      assert.deepEqual(fencepostsOf({ spec } as Deployment), { surge, unavailable });
    });
  }

  it('are the defaults of the API when none are given', () => {
    assert.deepEqual(fencepostsOf({ spec: { replicas: 5 } } as Deployment), { surge: 2, unavailable: 1 });
  });

  it('are none for Recreate', () => {
    const spec = { replicas: 5, strategy: { type: 'Recreate' } };
    assert.deepEqual(fencepostsOf({ spec } as Deployment), { surge: 0, unavailable: 0 });
  });

  it('refuses what is neither number nor percentage', () => {
    assert.throws(() => resolveIntOrPercent('a quarter', 4, 'up'), /"a quarter" is neither/);
  });
});

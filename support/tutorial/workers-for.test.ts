import assert from 'node:assert/strict';
import type { CubSettings } from '../cub/run';
import type { Environment } from '../environment';
import { pullersAsPods, workersAsPods } from './workers-as-pods';
import { workersFor } from './workers-for';

const rows: Array<[Environment['cluster']['kind'], string, boolean, 'pods' | 'processes']> = [
  ['embedded', 'http://127.0.0.1:4711', true, 'pods'],
  ['kwok', 'http://127.0.0.1:4711', false, 'processes'],
  ['kind', 'http://127.0.0.1:4711', true, 'processes'],
  ['kind', 'http://localhost:4711', true, 'processes'],
  ['kwok', 'https://hub.confighub.com', false, 'processes'],
  ['kind', 'https://hub.confighub.com', true, 'pods'],
  ['context', 'https://hub.confighub.com', true, 'pods'],
];

const applying = { apply: true, releases: false };

describe('workers', () => {
  for (const [kind, url, runsPods, expected] of rows)
    it(`are ${expected} in a ${kind} cluster with a hub at ${url}`, () => {
      const environment = { hub: { url }, cluster: { kind, runsPods, kubeconfig: 'none' } };
      const workers = workersFor(environment as Environment, {} as CubSettings, applying);
      assert.equal(workers === workersAsPods, expected === 'pods');
    });

  it('make way for pullers of releases where units cannot be applied', () => {
    const at = (can: typeof applying) => {
      const cluster = { kind: 'embedded', runsPods: true, kubeconfig: 'none' };
      return workersFor(
        { hub: { url: 'http://127.0.0.1:1' }, cluster } as Environment,
        {} as CubSettings,
        can,
      );
    };
    assert.equal(at({ apply: false, releases: true }), pullersAsPods);
    assert.equal(at({ apply: true, releases: true }), workersAsPods);
  });
});

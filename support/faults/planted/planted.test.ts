import assert from 'node:assert/strict';
import { findScenarios } from '../../commands/test-faults/scenarios';
import { projectRoot } from '../../environment/build';
import type { Part } from '../fault';
import { faults } from '.';

describe('planted faults', () => {
  it('have names of their own', () => {
    assert.equal(new Set(faults.map(({ name }) => name)).size, faults.length);
  });

  it('are at least thirty, over all parts and all stages', () => {
    assert.ok(faults.length >= 30);
    const parts: Part[] = ['cluster', 'cub', 'hub', 'worker'];
    assert.deepEqual([...new Set(faults.map(({ part }) => part))].sort(), parts);
    assert.deepEqual([...new Set(faults.map(({ stage }) => stage))].sort(), [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('name scenarios that exist', async () => {
    const places = await findScenarios(projectRoot);
    const missing = faults.flatMap(({ caughtBy }) => caughtBy).filter((name) => !places.has(name));
    assert.deepEqual(missing, []);
  });
});

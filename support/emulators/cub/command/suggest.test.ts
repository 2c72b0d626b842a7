import assert from 'node:assert/strict';
import { didYouMean, suggestions } from './suggest';

describe('suggestions', () => {
  const names = ['unit', 'unit-event', 'space', 'link'];

  it('are names at most two edits away, or that begin so', () => {
    assert.deepEqual(suggestions('units', names), ['unit']);
    assert.deepEqual(suggestions('spcae', names), ['space']);
    assert.deepEqual(suggestions('unit-', names), ['unit', 'unit-event']);
  });

  it('are silent when nothing is near', () => assert.equal(didYouMean('something', names), ''));
});

import assert from 'node:assert/strict';
import { PROMOTION_ORDER, REGIONS, regionFacts, regionNamed } from './regions';

describe('regions', () => {
  it('are found by their titles, and nothing else is taken for one', () => {
    for (const region of REGIONS) assert.equal(regionNamed(regionFacts[region].title), region);
    assert.throws(
      () => regionNamed('Mars'),
      /^RangeError: no region is called "Mars"; there are US, EU, Asia$/,
    );
  });

  it('are all reached by a change, after the rehearsals', () => {
    assert.deepEqual(PROMOTION_ORDER, ['dev', 'staging', 'us', 'eu', 'asia']);
  });
});

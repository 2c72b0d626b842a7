import assert from 'node:assert/strict';
import { table } from './table';

describe('a table', () => {
  it('has columns as wide as their widest cell, and no spaces at the end', () =>
    assert.equal(
      table([
        ['REGION', 'READY'],
        ['traderx-prod-us', '3'],
      ]),
      'REGION           READY\ntraderx-prod-us  3',
    ));
});

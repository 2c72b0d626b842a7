import assert from 'node:assert/strict';
import type { LabelSelector } from '../../resources/model';
import { selects } from './label-selector';

describe('label selectors', () => {
  const labels = { app: 'trade-service', region: 'eu' };
  const rows: [LabelSelector, boolean][] = [
    [{}, true],
    [{ matchLabels: { app: 'trade-service' } }, true],
    [{ matchLabels: { app: 'reference-data' } }, false],
    [{ matchExpressions: [{ key: 'region', operator: 'In', values: ['us', 'eu'] }] }, true],
    [{ matchExpressions: [{ key: 'region', operator: 'NotIn', values: ['us', 'eu'] }] }, false],
    [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] }, true],
    [{ matchExpressions: [{ key: 'region', operator: 'Exists' }] }, true],
    [{ matchExpressions: [{ key: 'region', operator: 'DoesNotExist' }] }, false],
    [
      { matchLabels: { app: 'trade-service' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] },
      false,
    ],
  ];
  for (const [selector, expected] of rows) {
    it(`${JSON.stringify(selector)} ${expected ? 'selects' : 'leaves out'} ${JSON.stringify(labels)}`, () => {
      assert.equal(selects(selector, labels), expected);
    });
  }
});

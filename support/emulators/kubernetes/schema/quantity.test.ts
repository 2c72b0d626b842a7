import assert from 'node:assert/strict';
import { canonicalQuantity } from './quantity';

describe('quantities', () => {
  const cases: [given: string, told: string | undefined][] = [
    ['100m', '100m'],
    ['1000m', '1'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['1.5Gi', '1536Mi'],
    ['1024Mi', '1Gi'],
    ['128Mi', '128Mi'],
    ['1000Ki', '1000Ki'],
    ['1e3', '1e3'],
    ['12000', '12k'],
    ['0', '0'],
    ['-2', '-2'],
    ['512', '512'],
    ['0.0001', '100u'],
    ['', undefined],
    ['lots', undefined],
    ['1.2.3', undefined],
    ['5 Gi', undefined],
  ];
  for (const [given, told] of cases) {
    it(`tells "${given}" as ${told}`, () => assert.equal(canonicalQuantity(given), told));
  }
});

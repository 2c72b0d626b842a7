import assert from 'node:assert/strict';
import { sameContent } from './same-content';

describe('same content', () => {
  const rows: [unknown, unknown, boolean][] = [
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1, b: null, c: [], d: { e: undefined } }, { a: 1 }, true],
    [[{ a: 1 }, { b: 2 }], [{ a: 1 }], false],
    [{ a: false }, {}, false],
    [{ a: 0 }, {}, false],
    [undefined, { conditions: [] }, true],
    ['1', 1, false],
  ];
  for (const [one, other, expected] of rows) {
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${expected}`, () => {
      assert.deepEqual([sameContent(one, other), sameContent(other, one)], [expected, expected]);
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffLines } from './lines';
import { numberedDiff } from './numbered';
import { unifiedDiff } from './unified';

describe('diff', () => {
  it('rebuilds both texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .map((lines) => lines.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const segments = diffLines(older, newer);
        const side = (without: string) =>
          segments
            .filter(({ type }) => type !== without)
            .flatMap(({ lines }) => lines)
            .join('');
        assert.equal(side('add'), older);
        assert.equal(side('delete'), newer);
      }),
    );
  });

  it('is unified with right counts and three lines of context', () => {
    const older = ['1', '2', '3', '4', '5', '6', '7', '8'].map((line) => `${line}\n`).join('');
    const segments = diffLines(older, older.replace('5\n', 'five\nmore\n'));
    assert.equal(
      unifiedDiff(segments, 'a', 'b', false),
      '--- a\n+++ b\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+more\n 6\n 7\n 8\n',
    );
  });

  it('of equal texts is empty', () =>
    assert.equal(unifiedDiff(diffLines('a\n', 'a\n'), 'a', 'b', false), ''));

  it('numbers lines in colour otherwise', () => {
    assert.match(numberedDiff(diffLines('a\n', 'b\n')), /1: .*-a.*\n.*1: .*\+b/);
  });
});

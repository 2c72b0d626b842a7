import assert from 'node:assert/strict';
import { isNoTime, shortTime, timeText } from './time';

describe('times', () => {
  it("have the words of Go's String()", () => {
    assert.equal(timeText('2026-11-24T16:38:23.650Z'), '2026-11-24 16:38:23.65 +0000 UTC');
    assert.equal(timeText('2026-11-24T16:38:20Z'), '2026-11-24 16:38:20 +0000 UTC');
    assert.equal(timeText('2026-11-24T16:38:20.100+02:00'), '2026-11-24 16:38:20.1 +0200 +0200');
    assert.equal(timeText(undefined), '0001-01-01 00:00:00 +0000 UTC');
  });

  it('of the year 1 stand for none', () => {
    assert.equal(isNoTime('0001-01-01T00:00:00Z'), true);
    assert.equal(isNoTime('2026-11-24T16:38:20Z'), false);
  });

  it('are cut to seconds in short lists', () =>
    assert.equal(shortTime('2026-11-24T16:38:23.65Z'), '2026-11-24 16:38:23'));
});

import assert from 'node:assert/strict';
import type { Clock } from '../../clock/clock';
import { createMoments } from './moments';

describe('moments', () => {
  const began = Date.parse('2026-01-05T09:30:00.900Z');
  const stamp = '2026-01-05T09:30:00Z';
  let wall: number;
  let stalled: number;
  const clock: Clock = {
    pace: 50,
    now: () => new Date(wall),
    elapsed: (since) => (wall - since - (since < wall ? stalled : 0)) * 50,
    after: () => () => undefined,
  };
  beforeEach(() => {
    wall = began;
    stalled = 0;
  });

  it('begin when a state is first asked about, as its stamp tells whole seconds only', () => {
    const moments = createMoments(clock);
    assert.equal(moments.since('ready', stamp), 0);
    wall += 10;
    assert.equal(moments.since('ready', stamp), 500);
    assert.equal(moments.since('ready no more', stamp), 0);
  });

  it('are what the stamp tells when it is from before the emulator began', () => {
    wall += 60_000;
    assert.equal(createMoments(clock).since('ready', stamp), 60_900 * 50);
  });

  it('begin when they are first asked about also when the process was stalled before', () => {
    wall += 3_000;
    stalled = 3_000;
    assert.equal(createMoments(clock).since('ready', stamp), 0);
  });
});

import assert from 'node:assert/strict';
import { createClock, timestamp } from './clock';
import { createManualClock } from './manual-clock';

describe('clock of the cluster', () => {
  it('lets emulated waits pass pace times faster', async () => {
    const clock = createClock({ pace: 10_000 });
    const hold = setInterval(() => undefined, 1_000);
    await new Promise<void>((resolve) => clock.after(60_000, resolve));
    clearInterval(hold);
  });

  it('counts emulated time since a wall time', () => {
    const hour = 3_600_000;
    assert.ok(createClock({ pace: 50 }).elapsed(Date.now() - hour) > 49 * hour);
  });

  it('does not count the time in which the process could do nothing', async () => {
    const clock = createClock({ pace: 50 });
    const begun = Date.now();
    let due = false;
    clock.after(10_000, () => {
      due = true;
    });
    while (Date.now() < begun + 400);
    await new Promise((resolve) => setTimeout(resolve, 1));
    assert.ok(clock.elapsed(begun) < 10_000, `${clock.elapsed(begun)} emulated milliseconds went by`);
    assert.equal(due, false);
  });

  it('refuses a pace that is no positive number', () => {
    for (const pace of [0, -1, Number.NaN]) assert.throws(() => createClock({ pace }), /positive number/);
  });

  it('writes timestamps in whole seconds', () => {
    assert.equal(timestamp(new Date('2026-01-05T09:30:00.987Z')), '2026-01-05T09:30:00Z');
  });

  it('moves by hand in tests, in order of what falls due, and forgets what was cancelled', () => {
    const clock = createManualClock();
    const seen: string[] = [];
    clock.after(20, () => seen.push('late'));
    clock.after(10, () => {
      seen.push('early');
      clock.after(5, () => seen.push('between'));
    });
    clock.after(15, () => seen.push('never'))();
    clock.advance(30);
    assert.deepEqual(seen, ['early', 'between', 'late']);
  });
});

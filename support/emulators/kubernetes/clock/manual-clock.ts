import type { Clock } from './clock';

/** A clock for tests that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Lets so many emulated milliseconds go by and calls back what falls due, in order. */
  advance(milliseconds: number): void;
}

/** A clock whose wall time starts at `start` and moves only by `advance`, `pace` times slower than emulated time. */
export function createManualClock(start = '2026-01-05T09:30:00Z', pace = 1): ManualClock {
  const beginning = Date.parse(start);
  let now = 0;
  const wall = (): number => beginning + now / pace;
  let waits: { due: number; callback: () => void }[] = [];

  return {
    pace,
    now: () => new Date(wall()),
    elapsed: (since) => (wall() - since) * pace,
    after(milliseconds, callback) {
      const wait = { due: now + Math.max(milliseconds, 0), callback };
      waits.push(wait);
      return () => {
        waits = waits.filter((other) => other !== wait);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = waits.filter((wait) => wait.due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        waits = waits.filter((wait) => wait !== next);
        now = Math.max(now, next.due);
        next.callback();
      }
      now = end;
    },
  };
}

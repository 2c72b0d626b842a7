import { processStalls } from '../../stalls/stalls';

/** Ends a wait that has not come about; harmless afterwards. */
export type Cancel = () => void;

/**
 * Time as the emulated cluster sees it. Timestamps are wall clock; durations (a readiness delay, a back-off, a
 * deadline) are told in emulated milliseconds and pass `pace` times faster. While this process is stalled they do not
 * pass.
 */
export interface Clock {
  /** How many times faster emulated waits are than told. */
  pace: number;
  /** The wall clock, for timestamps. */
  now(): Date;
  /** Calls back once, after so many emulated milliseconds. */
  after(milliseconds: number, callback: () => void): Cancel;
  /** Emulated milliseconds that went by since a wall time (milliseconds since 1970). */
  elapsed(since: number): number;
}

const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * A clock on the machine's timers. They do not keep the process alive.
 *
 * @param options.pace how many times faster emulated waits are than told; a positive number, 1 by default
 * @throws RangeError when pace is not a positive number
 */
export function createClock(options: { pace?: number } = {}): Clock {
  const pace = options.pace ?? 1;
  if (!(pace > 0 && Number.isFinite(pace))) {
    throw new RangeError(`The pace of the cluster's clock is ${pace}; give a positive number, such as 50.`);
  }
  const stalls = processStalls();
  const elapsed = (since: number): number => (Date.now() - since - stalls.since(since)) * pace;
  return {
    pace,
    now: () => new Date(),
    after(milliseconds, callback) {
      const begun = Date.now();
      let timer: NodeJS.Timeout;
      const wait = (left: number): void => {
        timer = setTimeout(look, Math.min(Math.max(left / pace, 0), LONGEST_TIMER)).unref();
      };
      const look = (): void => {
        const left = milliseconds - elapsed(begun);
        if (left > 0) wait(left);
        else callback();
      };
      wait(milliseconds);
      return () => clearTimeout(timer);
    },
    elapsed,
  };
}

/** A timestamp as the API writes it: RFC 3339 in whole seconds. */
export function timestamp(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

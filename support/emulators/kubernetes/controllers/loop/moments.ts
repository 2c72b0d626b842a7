import type { Clock } from '../../clock/clock';

/**
 * Emulated time since things happened. Timestamps in objects are whole seconds of the wall clock, too coarse where
 * waits pass many times faster: this remembers when each state was first seen.
 */
export interface Moments {
  /**
   * Emulated milliseconds since a state was first asked about.
   *
   * @param state what is being timed, such as `UID ready`; another state is another moment
   * @param stamp the object's own timestamp of it, believed when it is from before the start of the emulator
   */
  since(state: string, stamp: string): number;
}

/** Milliseconds of the wall clock, but for those in which the process was stalled. */
const AS_FRESH = 2_000;
const REMEMBERED = 20_000;

/** Moments on a clock; the longest unused are forgotten first. */
export function createMoments(clock: Clock): Moments & { forget(): void } {
  const seen = new Map<string, number>();

  return {
    since(state, stamp) {
      const now = clock.now().getTime();
      const told = Date.parse(stamp);
      const at = seen.get(state) ?? (clock.elapsed(told) < AS_FRESH * clock.pace ? now : told);
      seen.delete(state);
      seen.set(state, at);
      const oldest = seen.keys().next();
      if (seen.size > REMEMBERED && !oldest.done) seen.delete(oldest.value);
      return clock.elapsed(at);
    },
    forget: () => seen.clear(),
  };
}

import { randomInt } from 'node:crypto';

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** Five letters and digits as the API server puts them behind a `generateName`. */
export function randomSuffix(): string {
  return Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/**
 * Makes what stands behind the dot in the names of events: hexadecimal nanoseconds, always growing, so that events of
 * one second are listed in the order in which they happened.
 */
export function risingNames(now: () => Date): () => string {
  let last = 0n;
  return () => {
    const time = BigInt(now().getTime()) * 1_000_000n;
    last = time > last ? time : last + 1n;
    return last.toString(16);
  };
}

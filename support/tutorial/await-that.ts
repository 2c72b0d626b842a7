import { setTimeout as pause } from 'node:timers/promises';
import { TutorialError } from './error';

/** Something that comes about by itself and can only be asked for. */
export interface Expectation<T> {
  what: string;
  look(): Promise<T>;
  satisfied(seen: T): boolean;
  describe(seen: T): string;
  advice: string;
  /** Milliseconds. */
  deadline: number;
}

/**
 * Asks again, at growing intervals, until the answer satisfies.
 *
 * @throws TutorialError at the deadline, with what was awaited and last seen
 */
export async function awaitThat<T>(expectation: Expectation<T>): Promise<T> {
  const giveUpAt = Date.now() + expectation.deadline;
  for (let interval = 25; ; interval = Math.min(interval * 2, 1_000)) {
    const seen = await expectation.look();
    if (expectation.satisfied(seen)) return seen;
    if (Date.now() + interval > giveUpAt) {
      throw new TutorialError(
        `waited ${expectation.deadline / 1000} s in vain for ${expectation.what}`,
        [`last seen: ${expectation.describe(seen)}`],
        expectation.advice,
      );
    }
    await pause(interval);
  }
}

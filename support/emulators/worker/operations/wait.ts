import { setTimeout as pause } from 'node:timers/promises';
import { processStalls } from '../../stalls/stalls';

const shortest = 10;
const longest = 500;

export interface Deadline {
  /** milliseconds, already scaled */
  timeout: number;
  /** waiting ends at once when this is aborted, by throwing its reason */
  signal: AbortSignal;
}

/**
 * Asks again and again, ever more slowly, until `ask` returns something or time is up; time in which this process was
 * stalled does not count.
 *
 * @returns what `ask` returned, or undefined when time was up
 */
export async function poll<T>(
  ask: () => Promise<T | undefined>,
  { timeout, signal }: Deadline,
): Promise<T | undefined> {
  const begun = Date.now();
  const stalls = processStalls();
  for (let interval = shortest; ; interval = Math.min(interval * 1.5, longest)) {
    signal.throwIfAborted();
    const answer = await ask();
    const left = timeout - (Date.now() - begun - stalls.since(begun));
    if (answer !== undefined || left <= 0) return answer;
    await pause(Math.min(interval, left), undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Milliseconds in a duration as Go writes it, such as `2m0s`.
 *
 * @throws Error when it is none
 */
export function milliseconds(duration: string): number {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  if (!parts.length || parts.map(([part]) => part).join('') !== duration)
    throw new Error(`WaitTimeout "${duration}" is no duration; write it like 2m0s`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
}
